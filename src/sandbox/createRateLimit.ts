import { refuse } from "./answers.ts";

const windowMs = 60_000;

/** Limits the account's requests, including polls. A window starts with the first request after the previous window. */
export function createRateLimit(requestsPerMinute: number) {
  let end = 0;
  let used = 0;
  const resetAt = (now: number) => new Date(now < end ? end : now + windowMs).toISOString();
  return {
    resetAt,
    /** Omits Retry-After, as the service does. */
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
