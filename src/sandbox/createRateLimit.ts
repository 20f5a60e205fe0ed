import { refuse } from "./answers.ts";

const windowMs = 60_000;

/** Limits an account's requests, including polls. The first request after a window has ended starts the next window. */
export function createRateLimit(requestsPerMinute: number) {
  let end = 0;
  let used = 0;
  const resetAt = (now: number) => new Date(now < end ? end : now + windowMs).toISOString();
  return {
    resetAt,
    /** Returns a 429 without `Retry-After`, as the service does. */
    refusal: (now: number): Response => {
      const response = refuse("rate-limited");
      response.headers.set("x-rate-limit-reset-at-utc", resetAt(now));
      return response;
    },
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
