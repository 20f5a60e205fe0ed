import type { BackendJob } from "../backends/backend.ts";
import { createEvictingPool } from "../stores/memoryPool.ts";

const lifeMs = 600_000;

/** Creates a cache for results that are too large for the store, so that a page reload doesn't fetch them again. */
export function createLargeResults(maxCharacters = 20_000_000) {
  const results = createEvictingPool<{ readonly record: BackendJob; readonly length: number }>(
    Infinity,
    maxCharacters,
  );

  return {
    get: (requestId: string): BackendJob | undefined => results.read(requestId)?.record,
    keep(requestId: string, record: BackendJob, length: number): void {
      if (length <= maxCharacters) results.write(requestId, { record, length }, lifeMs);
    },
  };
}
