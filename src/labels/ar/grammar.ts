import { createGrammar } from "../createGrammar.ts";

export const { count, digits, list, number } = createGrammar("ar");

/** Isolates text whose direction may differ from that of the surrounding text. */
export const isolate = (text: string): string => `\u2068${text}\u2069`;

/** Keeps a pair of numbers, such as width × height, in left-to-right order. */
export const leftToRight = (text: string): string => `\u2066${text}\u2069`;
