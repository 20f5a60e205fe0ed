import type { BackendJob } from "../backends/backend.ts";

export type LargeResults = ReturnType<typeof createLargeResults>;

interface Kept {
  readonly record: BackendJob;
  readonly characters: number;
  /** By `performance.now()`. */
  readonly until: number;
}

const lifeMs = 600_000;

/**
 * Keeps results that are too large for the store in this process, so that a reload doesn't fetch them again.
 *
 * @param maxCharacters beyond it the oldest are dropped
 */
export function createLargeResults(maxCharacters = 20_000_000) {
  const results = new Map<string, Kept>();
  let characters = 0;

  function remove(requestId: string): void {
    characters -= results.get(requestId)?.characters ?? 0;
    results.delete(requestId);
  }

  function removeExpired(): void {
    for (const [requestId, { until }] of results) {
      if (until <= performance.now()) remove(requestId);
    }
  }

  return {
    get(requestId: string): BackendJob | undefined {
      removeExpired();
      return results.get(requestId)?.record;
    },
    keep(requestId: string, record: BackendJob, length: number): void {
      removeExpired();
      remove(requestId);
      if (length > maxCharacters) return;
      results.set(requestId, { record, characters: length, until: performance.now() + lifeMs });
      characters += length;
      for (const oldest of results.keys()) {
        if (characters <= maxCharacters) break;
        remove(oldest);
      }
    },
  };
}
