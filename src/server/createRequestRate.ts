const windowMs = 60_000;
const maxCallers = 10_000;

/**
 * Counts requests by the minute for each caller, in this process.
 *
 * @returns a function that counts one; when that was one too many it says when the caller's minute ends, in milliseconds
 * since 1970
 */
export function createRequestRate(perMinute: number): (caller: string) => number | undefined {
  const windows = new Map<string, { count: number; readonly until: number }>();

  function forget(now: number): void {
    for (const [caller, { until }] of windows) {
      if (until > now && windows.size < maxCallers) break;
      windows.delete(caller);
    }
  }

  return (caller) => {
    const now = Date.now();
    forget(now);
    const known = windows.get(caller) ?? { count: 0, until: now + windowMs };
    known.count += 1;
    windows.set(caller, known);
    return known.count > perMinute ? known.until : undefined;
  };
}
