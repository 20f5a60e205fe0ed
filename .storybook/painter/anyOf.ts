/** Matches bar-separated words, also with -s, -es, or -y. Whole words only, so that "delicate" doesn't match "cat". */
export const anyOf = (words: string): RegExp => new RegExp(`\\b(?:${words})(?:e?s|y)?(?!\\w)`);
