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

/**
 * When the service or the handler wants to be asked again, in milliseconds since 1970. `Retry-After-Ms` and `Retry-After`
 * are the handler's: spans, so that no two clocks are compared. The service itself only sends `x-rate-limit-reset-at-utc`.
 */
export function readRetryAt(headers: Headers, now: number): number | undefined {
  const afterMs = headers.get("retry-after-ms")?.trim() ?? "";
  if (/^\d+$/.test(afterMs)) return now + Number(afterMs);
  const after = headers.get("retry-after")?.trim() ?? "";
  if (/^\d+$/.test(after)) return now + Number(after) * 1000;
  const reset = headers.get("x-rate-limit-reset-at-utc")?.trim() ?? "";
  return readMoment(after) ?? readMoment(reset);
}
