import { joinBytes, type Bytes } from "./joinBytes.ts";

/** Budget for reading a file's text chunks. `left` is the number of bytes that remain. */
export interface TextBudget {
  left: number;
}

/** Minimum number of bytes deducted for a text chunk. Even a short text takes time to decode. */
const minCost = 1_000;
/** Number of bytes deducted for each decompression. Limits a file to about sixty compressed text chunks. */
const unpackCost = 32_000;

export function spend(budget: TextBudget, length: number): boolean {
  const cost = Math.max(length, minCost);
  if (cost > budget.left) return false;
  budget.left -= cost;
  return true;
}

/** Decompresses bytes. Rejects if the bytes are damaged or the decompressed data exceeds the budget. */
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
