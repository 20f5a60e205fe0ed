/** Maximum wait. Rate limits are per minute, so a longer wait comes from a wrong clock. */
export const longestWaitMs = 300_000;

/** Returns the milliseconds until a time, at most 5 minutes. Call it immediately, because the clock can change. */
export function spanUntil(moment: number | undefined): number {
  const span = Number(moment) - Date.now();
  return span > 0 ? Math.min(longestWaitMs, span) : 0;
}
