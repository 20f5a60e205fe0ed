import type { Span } from "./span.ts";

/** Returns the edges of about `count` cells. The edges are quantiles of the spans' bounds, at least 1 ms apart. */
function edgesOf(spans: readonly Span[], count: number): number[] {
  // Sorting many bounds is expensive, so only every third bound is used. An odd stride covers both starts and ends.
  const stride = spans.length > count ? 3 : 1;
  const bounds: number[] = [];
  let earliest = Infinity;
  let latest = -Infinity;
  spans.forEach(({ from, to }, index) => {
    earliest = Math.min(earliest, from);
    latest = Math.max(latest, to);
    if ((2 * index) % stride === 0) bounds.push(from);
    if ((2 * index + 1) % stride === 0) bounds.push(to);
  });
  const sorted = Float64Array.from([earliest, ...bounds, latest]);
  sorted.sort();
  const last = sorted.length - 1;
  const step = Math.max(1, last / count);
  const edges: number[] = [];
  for (let at = 0; at < last + step; at += step) {
    const edge = sorted[Math.min(last, Math.round(at))] ?? 0;
    if (edge >= (edges.at(-1) ?? -Infinity) + 1) edges.push(edge);
  }
  return edges;
}

function edgesBefore(edges: readonly number[], moment: number): number {
  let low = 0;
  for (let high = edges.length; low < high;) {
    const middle = (low + high) >> 1;
    if ((edges[middle] ?? 0) < moment) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Estimates a probability density from overlapping spans (Turnbull 1976), without the part before `after`. Each span's
 * weight is spread evenly at first. Each additional round shifts weight to where spans overlap.
 */
export function estimateDensity(
  spans: readonly Span[],
  after: number,
  cells: number,
  rounds: number,
): Span[] {
  const remaining = spans
    .filter(({ to }) => to > after + 1)
    .map(({ from, to, weight }) =>
      from < after
        ? { from: after, to, weight: (weight * (to - after)) / (to - from) }
        : { from, to, weight },
    );
  if (remaining.length === 0) return [];
  const edges = edgesOf(remaining, cells);
  const count = edges.length - 1;
  if (count < 1) return [];
  const placed = remaining.map(({ from, to, weight }) => {
    const first = Math.min(count, edgesBefore(edges, from + 1)) - 1;
    return { first, end: Math.max(first + 1, Math.min(count, edgesBefore(edges, to))), weight };
  });
  // The first pass spreads each span's weight evenly over time. Later passes spread it in proportion to the density.
  const scale = Float64Array.from(edges);
  const weights = new Float64Array(count);
  const widthOf = (first: number, end: number): number => (scale[end] ?? 0) - (scale[first] ?? 0);
  for (let round = 0; round <= rounds; round++) {
    const change = new Float64Array(count + 1);
    for (const { first, end, weight } of placed) {
      const density = weight / Math.max(1e-12, widthOf(first, end));
      change[first] = (change[first] ?? 0) + density;
      change[end] = (change[end] ?? 0) - density;
    }
    let density = 0;
    for (let cell = 0; cell < count; cell++) {
      density += change[cell] ?? 0;
      weights[cell] = Math.max(0, density) * widthOf(cell, cell + 1);
    }
    scale[0] = 0;
    for (let cell = 0; cell < count; cell++)
      scale[cell + 1] = (scale[cell] ?? 0) + (weights[cell] ?? 0);
  }
  return Array.from(weights, (weight, cell) => ({
    from: edges[cell] ?? 0,
    to: edges[cell + 1] ?? 0,
    weight,
  }));
}
