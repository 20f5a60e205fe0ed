const windowMs = 60_000;

export type RateLimit = ReturnType<typeof createRateLimit>;

/** Limits the whole account, polls included. A window opens with the first request after the last one. */
export function createRateLimit(requestsPerMinute: number) {
  let end = 0;
  let used = 0;
  return {
    resetAt: (now: number) => new Date(now < end ? end : now + windowMs).toISOString(),
    admit: (now: number): boolean => {
      if (now >= end) {
        end = now + windowMs;
        used = 0;
      }
      if (used >= requestsPerMinute) return false;
      used += 1;
      return true;
    },
  };
}
