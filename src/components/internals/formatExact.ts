const exact = { useGrouping: false, maximumFractionDigits: 10 };

/** Kept, because to make one costs more than to draw the field that it is for. */
const formats = new Map<string, Intl.NumberFormat>();

/** A number in the language's own digits, neither grouped nor rounded, so that it can be typed in again. */
export function formatExact(value: number, locale: string): string {
  const format = formats.get(locale) ?? new Intl.NumberFormat(locale, exact);
  formats.set(locale, format);
  return format.format(value);
}
