import type { Bytes } from "./joinBytes.ts";

export interface Chunk<Type = string> {
  readonly type: Type;
  readonly start: number;
  readonly end: number;
  readonly data: Bytes;
}

export interface Chunks<Type = string> {
  readonly chunks: readonly Chunk<Type>[];
  /** Whether all chunks were read. False if the file is truncated or damaged, or has too many chunks. */
  readonly isComplete: boolean;
}

/** Maximum number of chunks per file. Typical PNG chunks contain 8 kB of pixels, so files of 160 MB are supported. */
export const maxChunks = 20_000;

export const copyChunks = (bytes: Bytes, chunks: readonly Chunk<unknown>[]): Bytes[] =>
  chunks.map(({ start, end }) => bytes.subarray(start, end));
