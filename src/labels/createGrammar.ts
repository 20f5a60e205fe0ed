/** A sentence for each way in which the language counts; `#` is where the number goes. `other` serves where one is missing. */
export type CountedForms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & {
  readonly other: string;
};

export interface Grammar {
  readonly number: (value: number) => string;
  /** Without a mark between the thousands, as a number is typed: in a box that mark would be a decimal one. */
  readonly digits: (value: number) => string;
  /** @param forms one sentence for each plural that the language has */
  readonly count: (value: number, forms: CountedForms) => string;
  /** "a, b and c". */
  readonly list: (things: readonly string[]) => string;
}

/** Numbers, plurals and lists of one language, by `Intl`, which is asked for nothing before the first sentence. */
export function createGrammar(locale: string): Grammar {
  let made:
    | Readonly<{
        rules: Intl.PluralRules;
        numbers: Intl.NumberFormat;
        exact: Intl.NumberFormat;
        lists: Intl.ListFormat;
      }>
    | undefined;
  const intl = () =>
    (made ??= {
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
    list: (things) => intl().lists.format(things),
  };
}
