/** A moment that lies further ahead is a mistake: no job is kept longer, and no rate limit lasts longer. */
const longestMs = 3_600_000;

/** A moment written as seconds or milliseconds since 1970, or as a date; without a zone it is UTC. */
function readMoment(text: string): number | undefined {
  if (/^\d+(\.\d+)?$/.test(text)) {
    const value = Number(text);
    return value > 1e11 ? value : value * 1000;
  }
  const zoned = /(z|gmt|utc|[+-]\d\d:?\d\d)$/i.test(text) ? text : `${text}Z`;
  const moment = Date.parse(zoned);
  return Number.isNaN(moment) ? undefined : moment;
}

/** Converts a moment of the sender's clock to this machine's clock, where the sender's `Date` can be read. */
function toOwnClock(moment: number, headers: Headers, now: number): number {
  const sentAt = Date.parse(headers.get("date") ?? "");
  return Number.isNaN(sentAt) ? moment : now + moment - sentAt;
}

/**
 * Returns when the service or the handler wants to be asked again, in milliseconds since 1970, at most an hour from now.
 * Spans come first, because they compare no two clocks: `Retry-After-Ms` and `Retry-After`, which the handler sends. Then
 * the moments: the one in the body, a date in `Retry-After`, and the service's `x-rate-limit-reset-at-utc`.
 *
 * @param named `retryAt` of the answer's body
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
