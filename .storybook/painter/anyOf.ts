/** Whole words, also in the plural: a "delicate" light has no cat in it. Alternatives stand between bars. */
export const anyOf = (words: string): RegExp => new RegExp(`\\b(?:${words})(?:e?s|y)?(?!\\w)`);
