/** Something happens between two moments, in milliseconds, with this likelihood: at any of them as well as at another. */
export interface Span {
  readonly from: number;
  readonly to: number;
  readonly weight: number;
}

/** The same spans, later. */
export function shifted(spans: readonly Span[], fromMs: number, toMs = fromMs): Span[] {
  return spans.map(({ from, to, weight }) => ({ from: from + fromMs, to: to + toMs, weight }));
}

/** The same spans, their likelihoods made to add up to a whole. */
export function scaled(spans: readonly Span[], whole: number): Span[] {
  const sum = spans.reduce((total, { weight }) => total + weight, 0);
  const factor = sum > 0 ? whole / sum : 0;
  return spans.map((span) => ({ ...span, weight: span.weight * factor }));
}
