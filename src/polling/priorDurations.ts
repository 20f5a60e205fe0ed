import type { Span } from "./span.ts";

/** Durations in milliseconds. Half of all jobs take less than `typicalMs`; one in twenty takes more than `slowMs`. */
export interface Durations {
  readonly typicalMs: number;
  readonly slowMs: number;
}

const anyDurationShare = 0.2;
const shortestMs = 400;
const longestMs = 3_600_000;
const anyDurationCells = 40;

const anyDuration: readonly Span[] = Array.from({ length: anyDurationCells }, (_, index) => {
  const edge = (at: number): number =>
    shortestMs * (longestMs / shortestMs) ** (at / anyDurationCells);
  return { from: edge(index), to: edge(index + 1), weight: anyDurationShare / anyDurationCells };
});

/** Number of cells per standard deviation of the assumed durations. Fewer cells would make poll times less precise. */
const cellsPerDeviation = 7;
const normalCells = 32;
const halfCell = 1 / (2 * cellsPerDeviation);
const normal = Array.from({ length: normalCells }, (_, index) => {
  const z = (index - (normalCells - 1) / 2) / cellsPerDeviation;
  return { z, likelihood: Math.exp((-z * z) / 2) };
});
const normalSum = normal.reduce((sum, { likelihood }) => sum + likelihood, 0);

/** Number of standard deviations above the mean that one value in twenty exceeds. */
const zOfSlow = 1.645;

/** Returns assumed durations for a model without history. 80% are log-normal, and 20% are spread over all durations. */
export function priorDurations({ typicalMs, slowMs }: Durations): Span[] {
  const deviation = Math.log(slowMs / typicalMs) / zOfSlow;
  const at = (z: number): number => typicalMs * Math.exp(deviation * z);
  const stated = normal.map(({ z, likelihood }) => ({
    from: at(z - halfCell),
    to: at(z + halfCell),
    weight: ((1 - anyDurationShare) * likelihood) / normalSum,
  }));
  return [...stated, ...anyDuration];
}
