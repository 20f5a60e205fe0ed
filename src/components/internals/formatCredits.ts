/** Formats credits with up to two decimals, or with up to two significant digits if the amount is below 1. */
export function formatCredits(amount: number, locale: string): string {
  const digits =
    Math.abs(amount) < 1 ? { maximumSignificantDigits: 2 } : { maximumFractionDigits: 2 };
  return new Intl.NumberFormat(locale, digits).format(amount);
}
