/** An amount of credits in the language's own numbers: hundredths of a balance, and what counts of a small price. */
export function formatCredits(amount: number, locale: string): string {
  const digits =
    Math.abs(amount) < 1 ? { maximumSignificantDigits: 2 } : { maximumFractionDigits: 2 };
  return new Intl.NumberFormat(locale, digits).format(amount);
}
