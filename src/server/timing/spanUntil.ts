/** Rate limits are counted by the minute, so a moment that is much further ahead comes from a wrong clock. */
export const longestWaitMs = 300_000;

/**
 * Returns the milliseconds until a moment that the service, a backend or an error names: from 0, also where it is absent,
 * past or no number, to 5 minutes. Call it as soon as the moment is known; a span isn't affected by the system's clock.
 */
export function spanUntil(moment: number | undefined): number {
  const span = Number(moment) - Date.now();
  return span > 0 ? Math.min(longestWaitMs, span) : 0;
}
