import { joinBytes, type Bytes } from "./joinBytes.ts";

/** Remaining budget for decompressed text, in bytes. */
export interface TextBudget {
  left: number;
}

/** Minimum cost of a text, in bytes. Decoding takes time even for short texts. */
const minCost = 1_000;
/** Minimum cost of decompression, in bytes. Limits a file to about sixty compressed texts. */
const unpackCost = 32_000;

export function spend(budget: TextBudget, length: number): boolean {
  const cost = Math.max(length, minCost);
  if (cost > budget.left) return false;
  budget.left -= cost;
  return true;
}

/** Decompresses bytes. Rejects if the data is damaged or exceeds the budget. */
export async function inflate(bytes: Bytes, budget: TextBudget): Promise<Bytes> {
  const tooLong = new RangeError("The decompressed text exceeds the limit.");
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
