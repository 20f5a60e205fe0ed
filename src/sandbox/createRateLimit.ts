const windowMs = 60_000;

export interface RateLimit {
  /** When the window ends, as the header says it: a UTC date. */
  resetAt(now: number): string;
  /** Counts one request; false when the window has no room for it. */
  admit(now: number): boolean;
}

/** So many requests a minute for the whole account, polls included. A window opens with the first request after the last. */
export function createRateLimit(requestsPerMinute: number): RateLimit {
  let end = 0;
  let used = 0;
  return {
    resetAt: (now) => new Date(now < end ? end : now + windowMs).toISOString(),
    admit(now) {
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
