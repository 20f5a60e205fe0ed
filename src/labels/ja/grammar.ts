import { createGrammar } from "../createGrammar.ts";

export const { digits, list, number } = createGrammar("ja");
