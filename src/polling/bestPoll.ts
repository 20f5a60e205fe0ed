import type { Span } from "./span.ts";

/** What a second of waiting for an answer that is there is worth, in requests: 2 saves requests, 20 is eager. */
const requestsPerSecond = 6;
export const requestsPerMs = requestsPerSecond / 1_000;

/**
 * The moment of the next look that makes the whole row of looks cheapest: each look costs one request, each moment that
 * an ended job goes unseen costs its share of one. Exact for the cells given (dynamic programming from the end); looks
 * lie at ends of cells, `gapMs` apart at least. Infinity when there is nothing to wait for.
 */
export function bestLook(cells: readonly Span[], after: number, gapMs: number): number {
  const count = cells.length;
  const moments = new Float64Array(count + 1).fill(after);
  // What ended up to a moment: how much, and the sum of its times.
  const ended = new Float64Array(count + 1);
  const times = new Float64Array(count + 1);
  cells.forEach(({ from, to, weight }, cell) => {
    moments[cell + 1] = to;
    ended[cell + 1] = (ended[cell] ?? 0) + weight;
    times[cell + 1] = (times[cell] ?? 0) + (weight * (from + to)) / 2;
  });
  const all = ended[count] ?? 0;
  if (all <= 0) return Infinity;
  /** What the looks after this one cost. */
  const rest = new Float64Array(count + 1);
  let next = count;
  for (let last = count - 1; last >= 0; last--) {
    const seen = ended[last] ?? 0;
    const seenTimes = times[last] ?? 0;
    const earliest = (moments[last] ?? 0) + gapMs;
    let least = Infinity;
    for (let look = last + 1; look <= count; look++) {
      const moment = moments[look] ?? 0;
      if (moment < earliest && look < count) continue;
      const unseenMs = moment * ((ended[look] ?? 0) - seen) - ((times[look] ?? 0) - seenTimes);
      const cost = all - seen + requestsPerMs * unseenMs;
      // A later look only costs more.
      if (cost >= least) break;
      if (cost + (rest[look] ?? 0) < least) {
        least = cost + (rest[look] ?? 0);
        next = look;
      }
    }
    rest[last] = least;
  }
  return Math.max(moments[next] ?? 0, after + gapMs);
}
