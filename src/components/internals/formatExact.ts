const exact = { useGrouping: false, maximumFractionDigits: 10 };

/** Cache of number formats by locale. Creating a number format takes longer than rendering a field. */
const formats = new Map<string, Intl.NumberFormat>();

/** Formats a number without grouping and with up to ten decimals, so that a number field accepts the text. */
export function formatExact(value: number, locale: string): string {
  const format = formats.get(locale) ?? new Intl.NumberFormat(locale, exact);
  formats.set(locale, format);
  return format.format(value);
}
