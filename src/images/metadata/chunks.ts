import type { Bytes } from "./joinBytes.ts";

export interface Chunk<Type = string> {
  readonly type: Type;
  readonly start: number;
  readonly end: number;
  readonly data: Bytes;
}

export interface Chunks<Type = string> {
  readonly chunks: readonly Chunk<Type>[];
  /** Whether the whole file was read. False if it's truncated or damaged. */
  readonly isComplete: boolean;
}

/** Maximum number of chunks per file. PNG encoders write 8 kB of pixels per chunk, so this allows 160 MB. */
export const maxChunks = 20_000;

export const copyChunks = (bytes: Bytes, chunks: readonly Chunk<unknown>[]): Bytes[] =>
  chunks.map(({ start, end }) => bytes.subarray(start, end));
