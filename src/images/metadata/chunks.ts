import type { Bytes } from "./joinBytes.ts";

export interface Chunk<Type = string> {
  readonly type: Type;
  readonly start: number;
  readonly end: number;
  readonly data: Bytes;
}

export interface Chunks<Type = string> {
  readonly chunks: readonly Chunk<Type>[];
  /** Whether the file was read to its end. False if it's truncated or damaged. */
  readonly isComplete: boolean;
}

/** Limit on chunks per file. PNG encoders write 8 kB of pixels into each chunk, so it allows 160 MB. */
export const maxChunks = 20_000;

export const copyChunks = (bytes: Bytes, chunks: readonly Chunk<unknown>[]): Bytes[] =>
  chunks.map(({ start, end }) => bytes.subarray(start, end));
