import { createGrammar } from "../createGrammar.ts";

export const { count, digits, list, number } = createGrammar("ar");

/** Isolates text that may have a different direction. */
export const isolate = (text: string): string => `\u2068${text}\u2069`;

/** Keeps number pairs, such as width × height, left to right. */
export const leftToRight = (text: string): string => `\u2066${text}\u2069`;
