import type { Span } from "./span.ts";

/** Moments at which spans begin and end, in order: the first, the last, and of the others about `most`. */
function edgesOf(spans: readonly Span[], most: number): number[] {
  // Of many, every third will do: it takes beginnings and ends in turn, and sorting is what costs.
  const stride = spans.length > most ? 3 : 1;
  const moments: number[] = [];
  let first = Infinity;
  let last = -Infinity;
  spans.forEach(({ from, to }, index) => {
    first = Math.min(first, from);
    last = Math.max(last, to);
    if ((2 * index) % stride === 0) moments.push(from);
    if ((2 * index + 1) % stride === 0) moments.push(to);
  });
  const sorted = Float64Array.from([first, ...moments, last]);
  sorted.sort();
  const step = Math.max(1, (sorted.length - 1) / most);
  const edges: number[] = [];
  for (let at = 0; at < sorted.length - 1 + step; at += step) {
    const moment = sorted[Math.min(sorted.length - 1, Math.round(at))] ?? 0;
    if (moment >= (edges.at(-1) ?? -Infinity) + 1) edges.push(moment);
  }
  return edges;
}

/** How many edges lie before a moment. */
function edgesBefore(edges: readonly number[], moment: number): number {
  let low = 0;
  for (let high = edges.length; low < high;) {
    const middle = (low + high) >> 1;
    if ((edges[middle] ?? 0) < moment) low = middle + 1;
    else high = middle;
  }
  return low;
}

export interface DivideOptions {
  /** What lies before is left out. */
  readonly after: number;
  readonly cells: number;
  /**
   * How often spans lend weight to the cells where others are: of jobs that were seen to end in overlapping spans, most
   * ended where the spans overlap. 0 takes each for itself.
   */
  readonly rounds: number;
}

/**
 * Lays spans that overlap over each other: cells in a row, each with the likelihood that falls into it. With `rounds` it is
 * the maximum-likelihood estimate of durations known by their bounds only (Turnbull 1976), stopped early to stay smooth.
 */
export function divideSpans(
  spans: readonly Span[],
  { after, cells, rounds }: DivideOptions,
): Span[] {
  const left = spans
    .filter(({ to }) => to > after + 1)
    .map(({ from, to, weight }) =>
      from < after
        ? { from: after, to, weight: (weight * (to - after)) / (to - from) }
        : { from, to, weight },
    );
  if (left.length === 0) return [];
  const edges = edgesOf(left, cells);
  const count = edges.length - 1;
  if (count < 1) return [];
  const begins = left.map(({ from }) => Math.min(count, edgesBefore(edges, from + 1)) - 1);
  const ends = left.map(({ to }, index) =>
    Math.max((begins[index] ?? 0) + 1, Math.min(count, edgesBefore(edges, to))),
  );
  const upTo = Float64Array.from(edges);
  const share = new Float64Array(count);
  for (let round = 0; round <= rounds; round++) {
    const rise = new Float64Array(count + 1);
    left.forEach(({ weight }, index) => {
      const begin = begins[index] ?? 0;
      const end = ends[index] ?? count;
      const density = weight / Math.max(1e-12, (upTo[end] ?? 0) - (upTo[begin] ?? 0));
      rise[begin] = (rise[begin] ?? 0) + density;
      rise[end] = (rise[end] ?? 0) - density;
    });
    let density = 0;
    for (let cell = 0; cell < count; cell++) {
      density += rise[cell] ?? 0;
      share[cell] = Math.max(0, density) * ((upTo[cell + 1] ?? 0) - (upTo[cell] ?? 0));
    }
    upTo[0] = 0;
    for (let cell = 0; cell < count; cell++)
      upTo[cell + 1] = (upTo[cell] ?? 0) + (share[cell] ?? 0);
  }
  return Array.from(share, (weight, cell) => ({
    from: edges[cell] ?? 0,
    to: edges[cell + 1] ?? 0,
    weight,
  }));
}
