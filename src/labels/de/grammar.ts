import { createGrammar } from "../createGrammar.ts";

export const { count, digits, list, number } = createGrammar("de");
