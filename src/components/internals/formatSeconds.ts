const format = { style: "unit", unit: "second", unitDisplay: "short" } as const;

/** Formats a number of seconds, for example as "4.2 sec". From two minutes or hours, formats whole minutes or hours. */
export function formatSeconds(locale: string, seconds: number, digits = 0): string {
  const [unit, size] =
    seconds < 120 ? ["second", 1] : seconds < 7200 ? ["minute", 60] : ["hour", 3600];
  const maximumFractionDigits = size === 1 ? digits : 0;
  return new Intl.NumberFormat(locale, { ...format, unit, maximumFractionDigits }).format(
    seconds / size,
  );
}

/** Formats a range of durations in seconds, such as "6–14 sec". */
export function formatSecondsRange(
  locale: string,
  { from, to }: { readonly from: number; readonly to: number },
): string {
  return new Intl.NumberFormat(locale, format).formatRange(from, to);
}
