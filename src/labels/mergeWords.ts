type Sentence = string | ((...values: never[]) => string);

/** Partial labels at any depth. */
export type PartOf<Words> = {
  readonly [Key in keyof Words]?: Words[Key] extends Sentence ? Words[Key] : PartOf<Words[Key]>;
};

const isSet = (value: unknown): value is object => typeof value === "object" && value !== null;

/** Merges overrides into labels. */
export function mergeWords<Words extends object>(words: Words, own: PartOf<Words> = {}): Words {
  const entries = Object.entries(own).flatMap(([key, value]) => {
    if (value === undefined) return [];
    const known = words[key as keyof Words];
    return [[key, isSet(known) && isSet(value) ? mergeWords(known, value) : value]];
  });
  return { ...words, ...Object.fromEntries(entries) };
}
