import { joinBytes, type Bytes } from "./joinBytes.ts";

/** Bytes of decompressed text that may still be read. */
export interface TextBudget {
  left: number;
}

/** Bytes. Decoding takes time. */
const minCost = 1_000;
/** Limits a file to about sixty compressed texts. */
const unpackCost = 32_000;

export function spend(budget: TextBudget, length: number): boolean {
  const cost = Math.max(length, minCost);
  if (cost > budget.left) return false;
  budget.left -= cost;
  return true;
}

/** Rejects for damaged data and beyond the budget. */
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
