/** Maximum delay before a retry, in milliseconds. No job or rate limit lasts longer. */
const longestMs = 3_600_000;

/** Parses a time in seconds or milliseconds since 1970, or a date. A date without a time zone is read as UTC. */
function readMoment(text: string): number | undefined {
  if (/^\d+(\.\d+)?$/.test(text)) {
    const value = Number(text);
    return value > 1e11 ? value : value * 1000;
  }
  const zoned = /(z|gmt|utc|[+-]\d\d:?\d\d)$/i.test(text) ? text : `${text}Z`;
  const moment = Date.parse(zoned);
  return Number.isNaN(moment) ? undefined : moment;
}

function toOwnClock(moment: number, headers: Headers, now: number): number {
  const sentAt = Date.parse(headers.get("date") ?? "");
  return Number.isNaN(sentAt) ? moment : now + moment - sentAt;
}

/**
 * Returns the retry time in milliseconds since 1970, at most an hour from now. `Retry-After-Ms` and `Retry-After` in
 * seconds take precedence over `named`, the body's `retryAt`, because relative times don't depend on clocks.
 */
export function readRetryAt(headers: Headers, now: number, named?: unknown): number | undefined {
  const text = (name: string): string => headers.get(name)?.trim() ?? "";
  const soon = (moment: number): number => Math.min(moment, now + longestMs);
  const afterMs = text("retry-after-ms");
  if (/^\d+$/.test(afterMs)) return soon(now + Number(afterMs));
  const after = text("retry-after");
  if (/^\d+$/.test(after)) return soon(now + Number(after) * 1000);
  const moment = Number.isFinite(named)
    ? Number(named)
    : (readMoment(after) ?? readMoment(text("x-rate-limit-reset-at-utc")));
  return moment === undefined ? undefined : soon(toOwnClock(moment, headers, now));
}
