/** Rate limits are counted by the minute, so a later time comes from a wrong clock. */
export const longestWaitMs = 300_000;

/**
 * Returns the milliseconds until a time that a service or an error names, from 0 to 5 minutes; 0 for an absent or
 * invalid one. Call it at once, because the system's clock may change.
 */
export function spanUntil(moment: number | undefined): number {
  const span = Number(moment) - Date.now();
  return span > 0 ? Math.min(longestWaitMs, span) : 0;
}
