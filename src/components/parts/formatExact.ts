/** A number in the language's own digits, neither grouped nor rounded, so that it can be typed in again. */
export function formatExact(value: number, locale: string): string {
  const exact = { useGrouping: false, maximumFractionDigits: 10 };
  return new Intl.NumberFormat(locale, exact).format(value);
}
