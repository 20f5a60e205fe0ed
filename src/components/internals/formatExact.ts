const exact = { useGrouping: false, maximumFractionDigits: 10 };

/** Cached: creating one costs more than rendering its field. */
const formats = new Map<string, Intl.NumberFormat>();

/** Without grouping or rounding, so that it can be typed again. */
export function formatExact(value: number, locale: string): string {
  const format = formats.get(locale) ?? new Intl.NumberFormat(locale, exact);
  formats.set(locale, format);
  return format.format(value);
}
