/** Maximum wait. Rate limits are per minute, so a longer wait must come from a wrong clock. */
export const longestWaitMs = 300_000;

/** Returns the milliseconds until a time, up to 5 minutes. Must be called immediately, because clocks can change. */
export function spanUntil(moment: number | undefined): number {
  const span = Number(moment) - Date.now();
  return span > 0 ? Math.min(longestWaitMs, span) : 0;
}
