import type { Span } from "./span.ts";

/** Number of requests worth sending to detect a job's end one second sooner. 2 saves requests; 20 shortens delays. */
const requestsPerSecond = 6;
export const requestsPerMs = requestsPerSecond / 1_000;

/** Uses dynamic programming to find the best time for the next poll. Returns Infinity if `density` is empty. */
export function bestPoll(density: readonly Span[], after: number, gapMs: number): number {
  const count = density.length;
  const moments = new Float64Array(count + 1).fill(after);
  const ended = new Float64Array(count + 1);
  const endedTimes = new Float64Array(count + 1);
  density.forEach(({ from, to, weight }, cell) => {
    moments[cell + 1] = to;
    ended[cell + 1] = (ended[cell] ?? 0) + weight;
    endedTimes[cell + 1] = (endedTimes[cell] ?? 0) + (weight * (from + to)) / 2;
  });
  const total = ended[count] ?? 0;
  if (total <= 0) return Infinity;
  const costAfter = new Float64Array(count + 1);
  let next = count;
  for (let last = count - 1; last >= 0; last--) {
    const endedBefore = ended[last] ?? 0;
    const timesBefore = endedTimes[last] ?? 0;
    const earliest = (moments[last] ?? 0) + gapMs;
    let least = Infinity;
    for (let poll = last + 1; poll <= count; poll++) {
      const moment = moments[poll] ?? 0;
      if (moment < earliest && poll < count) continue;
      const delayMs =
        moment * ((ended[poll] ?? 0) - endedBefore) - ((endedTimes[poll] ?? 0) - timesBefore);
      const cost = total - endedBefore + requestsPerMs * delayMs;
      // The cost increases with the delay, so no later time can be cheaper.
      if (cost >= least) break;
      const costOfAll = cost + (costAfter[poll] ?? 0);
      if (costOfAll < least) {
        least = costOfAll;
        next = poll;
      }
    }
    costAfter[last] = least;
  }
  return Math.max(moments[next] ?? 0, after + gapMs);
}
