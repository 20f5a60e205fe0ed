const exact = { useGrouping: false, maximumFractionDigits: 10 };

/** Cached formats, because creating one costs more than rendering its field. */
const formats = new Map<string, Intl.NumberFormat>();

/** Formats a number without grouping or rounding, so that users can type it again. */
export function formatExact(value: number, locale: string): string {
  const format = formats.get(locale) ?? new Intl.NumberFormat(locale, exact);
  formats.set(locale, format);
  return format.format(value);
}
