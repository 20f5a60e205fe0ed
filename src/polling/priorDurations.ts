import type { Span } from "./span.ts";

/** How long runs of a model take: half of them less than the typical time, one in twenty more than the slow. */
export interface Durations {
  readonly typicalMs: number;
  readonly slowMs: number;
}

/** From 0.4 s to an hour, each doubling as likely as the next. */
const anyDuration: readonly Span[] = Array.from({ length: 40 }, (_, index) => ({
  from: 400 * 9_000 ** (index / 40),
  to: 400 * 9_000 ** ((index + 1) / 40),
  weight: 0.2 / 40,
}));

/** Steps of the normal distribution, fine enough for a look to find its place between them. */
const bell = Array.from({ length: 32 }, (_, index) => (index - 15.5) / 7);
const bellSum = bell.reduce((sum, z) => sum + Math.exp((-z * z) / 2), 0);

/** How long a run may take where none was seen: most as the model says, with one in twenty slow; some at any time. */
export function usualDurations({ typicalMs, slowMs }: Durations): Span[] {
  const spread = Math.log(slowMs / typicalMs) / 1.645;
  const at = (z: number): number => typicalMs * Math.exp(spread * z);
  const said = bell.map((z) => ({
    from: at(z - 1 / 14),
    to: at(z + 1 / 14),
    weight: (0.8 * Math.exp((-z * z) / 2)) / bellSum,
  }));
  return [...said, ...anyDuration];
}
