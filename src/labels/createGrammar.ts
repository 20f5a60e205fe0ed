/** Text by plural form; `#` is replaced by the number. Missing forms use `other`. */
export type PluralForms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & {
  readonly other: string;
};

export interface Grammar {
  readonly number: (value: number) => string;
  /** Without thousands separators, as typed: an input would read one as a decimal separator. */
  readonly digits: (value: number) => string;
  readonly count: (value: number, forms: PluralForms) => string;
  readonly list: (items: readonly string[]) => string;
}

export function createGrammar(locale: string): Grammar {
  let cached:
    | Readonly<{
        rules: Intl.PluralRules;
        numbers: Intl.NumberFormat;
        exact: Intl.NumberFormat;
        lists: Intl.ListFormat;
      }>
    | undefined;
  const intl = () =>
    (cached ??= {
      rules: new Intl.PluralRules(locale),
      numbers: new Intl.NumberFormat(locale, { maximumFractionDigits: 10 }),
      exact: new Intl.NumberFormat(locale, { maximumFractionDigits: 10, useGrouping: false }),
      lists: new Intl.ListFormat(locale),
    });
  const number = (value: number): string => intl().numbers.format(value);
  return {
    number,
    digits: (value) => intl().exact.format(value),
    count: (value, forms) =>
      (forms[intl().rules.select(value)] ?? forms.other).replaceAll("#", () => number(value)),
    list: (items) => intl().lists.format(items),
  };
}
