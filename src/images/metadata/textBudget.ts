import { joinBytes, type Bytes } from "./joinBytes.ts";

/** Bytes of text that are still read from an image, unpacked. */
export interface TextBudget {
  left: number;
}

/** No recipe comes near it; a hostile file unpacks to a thousand times its size. */
export const mostTextBytes = 2_000_000;

/** Bytes that even an empty text counts as: decoding one takes time. */
const shortestCost = 1_000;
/** Bytes that starting to unpack a text counts as, so that a file has some sixty packed texts at most. */
const unpackCost = 32_000;

/**
 * Chunks or segments of a file that are read. PNG encoders write 8 kB of pixels into each: as many as an image of 160 MB
 * has.
 */
export const mostChunks = 20_000;

/** Counts a text's bytes if it may still be read. Returns whether it may. */
export function spend(budget: TextBudget, length: number): boolean {
  const cost = Math.max(length, shortestCost);
  if (cost > budget.left) return false;
  budget.left -= cost;
  return true;
}

/** Unpacks zlib's format, and stops at the end of the budget. Rejects for damaged and for larger data. */
export async function inflate(bytes: Bytes, budget: TextBudget): Promise<Bytes> {
  const tooLong = new RangeError("The text unpacks to more than is read.");
  if (!spend(budget, unpackCost)) throw tooLong;
  const packed = new Blob([bytes]).stream();
  const reader = packed.pipeThrough(new DecompressionStream("deflate")).getReader();
  const parts: Bytes[] = [];
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return joinBytes(...parts);
    if (!spend(budget, value.length)) {
      await reader.cancel();
      throw tooLong;
    }
    parts.push(value);
  }
}
