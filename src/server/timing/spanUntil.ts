/** Rate limits are counted by the minute, so a later time comes from a wrong clock. */
export const longestWaitMs = 300_000;

/** From 0 to 5 minutes. Call it at once, because the system's clock may change. */
export function spanUntil(moment: number | undefined): number {
  const span = Number(moment) - Date.now();
  return span > 0 ? Math.min(longestWaitMs, span) : 0;
}
