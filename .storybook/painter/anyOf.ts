/** Matches whole words, also in the plural: "delicate" contains no cat. Bars separate alternatives. */
export const anyOf = (words: string): RegExp => new RegExp(`\\b(?:${words})(?:e?s|y)?(?!\\w)`);
