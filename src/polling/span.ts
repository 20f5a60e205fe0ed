/** Lower and upper bounds of a time, in milliseconds. */
export interface Bounds {
  readonly from: number;
  readonly to: number;
}

/** Probability that is spread evenly between two bounds. */
export interface Span extends Bounds {
  readonly weight: number;
}

export const middleOf = ({ from, to }: Bounds): number => (from + to) / 2;

export function shifted(spans: readonly Span[], fromMs: number, toMs = fromMs): Span[] {
  return spans.map(({ from, to, weight }) => ({ from: from + fromMs, to: to + toMs, weight }));
}

export function scaled(spans: readonly Span[], total: number): Span[] {
  const sum = spans.reduce((before, { weight }) => before + weight, 0);
  const factor = sum > 0 ? total / sum : 0;
  return spans.map((span) => ({ ...span, weight: span.weight * factor }));
}
