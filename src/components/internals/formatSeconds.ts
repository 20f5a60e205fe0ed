const unit = { style: "unit", unit: "second", unitDisplay: "short" } as const;

/** Formats a number of seconds, for example as "4.2 sec". */
export function formatSeconds(locale: string, seconds: number, digits = 0): string {
  return new Intl.NumberFormat(locale, { ...unit, maximumFractionDigits: digits }).format(seconds);
}

/** Formats a range of durations in seconds, such as "6–14 sec". */
export function formatSecondsRange(
  locale: string,
  { from, to }: { readonly from: number; readonly to: number },
): string {
  return new Intl.NumberFormat(locale, unit).formatRange(from, to);
}
