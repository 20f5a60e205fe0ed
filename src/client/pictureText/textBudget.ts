import { joinBytes, type Bytes } from "./joinBytes.ts";

/** Bytes of text that are still read from an image, unpacked. */
export interface TextBudget {
  left: number;
}

/** No recipe comes near it; a hostile file unpacks to a thousand times its size. */
export const mostTextBytes = 2_000_000;

/** Counts a text's bytes. Returns whether it may be read. */
export function spend(budget: TextBudget, length: number): boolean {
  budget.left -= length;
  return budget.left >= 0;
}

/** Unpacks zlib's format, and stops at the end of the budget. Rejects for damaged and for larger data. */
export async function inflate(bytes: Bytes, budget: TextBudget): Promise<Bytes> {
  const packed = new Blob([bytes]).stream();
  const reader = packed.pipeThrough(new DecompressionStream("deflate")).getReader();
  const parts: Bytes[] = [];
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return joinBytes(...parts);
    if (!spend(budget, value.length)) {
      await reader.cancel();
      throw new RangeError("The text unpacks to more than is read.");
    }
    parts.push(value);
  }
}
