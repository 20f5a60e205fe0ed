/** Texts by plural form. `#` is replaced with the number. Missing forms fall back to `other`. */
type PluralForms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & {
  readonly other: string;
};

const createFormats = (locale: string) => ({
  rules: new Intl.PluralRules(locale),
  numbers: new Intl.NumberFormat(locale, { maximumFractionDigits: 10 }),
  exact: new Intl.NumberFormat(locale, { maximumFractionDigits: 10, useGrouping: false }),
  lists: new Intl.ListFormat(locale),
});

/** Returns a locale's formatters. The `Intl` objects are created on first use. */
export function createGrammar(locale: string) {
  let cached: ReturnType<typeof createFormats> | undefined;
  const formats = () => (cached ??= createFormats(locale));
  const number = (value: number): string => formats().numbers.format(value);
  return {
    number,
    /** Formats a number without thousands separators, which a number input could mistake for decimal separators. */
    digits: (value: number): string => formats().exact.format(value),
    count: (value: number, forms: PluralForms): string =>
      (forms[formats().rules.select(value)] ?? forms.other).replaceAll("#", () => number(value)),
    list: (items: readonly string[]): string => formats().lists.format(items),
  };
}
