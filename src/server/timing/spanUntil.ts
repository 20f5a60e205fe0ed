/** Maximum wait. Rate limits are per minute, so a later time comes from a wrong clock. */
export const longestWaitMs = 300_000;

/** Returns the milliseconds left, at most 5 minutes. Call it immediately, because the system clock can change. */
export function spanUntil(moment: number | undefined): number {
  const span = Number(moment) - Date.now();
  return span > 0 ? Math.min(longestWaitMs, span) : 0;
}
