import type { Model } from "../defineModel.ts";
import { isMark, readInfotext, type Pair } from "./infotext.ts";
import { parseJson } from "./jsonMembers.ts";
import { readJsonRecipe } from "./jsonRecipe.ts";

/** What a text holds before a model is asked. */
export interface WrittenRecipe {
  /** All settings, the prompts among them, in their order. */
  readonly pairs: readonly Pair[];
  /** Exact values by field name, where the text's own rules could not hold them. */
  readonly exact: Readonly<Record<string, unknown>>;
  /** Easel wrote it: its names are those of a model here. */
  readonly isOurs: boolean;
}

/** Where exact values are written. */
export const exactName = "Easel";

/** Longer texts are not read. Characters. */
const mostChars = 1_000_000;

function readObject(text: string): Record<string, unknown> | undefined {
  const read = parseJson(text);
  const isObject = typeof read === "object" && read !== null && !Array.isArray(read);
  return isObject ? (read as Record<string, unknown>) : undefined;
}

function readPairs(text: string): WrittenRecipe | undefined {
  const infotext = readInfotext(text);
  if (!infotext) return undefined;
  const own = infotext.pairs.find(({ name }) => name === exactName);
  const exact = own && readObject(own.text);
  const isSpent = (pair: Pair): boolean => isMark(pair) || (pair === own && exact !== undefined);
  const words = [
    { name: "Prompt", text: infotext.prompt },
    { name: "Negative prompt", text: infotext.negativePrompt },
  ];
  return {
    pairs: [
      ...words.filter((pair) => pair.text !== ""),
      ...infotext.pairs.filter((pair) => !isSpent(pair)),
    ],
    exact: exact ?? {},
    isOurs: infotext.pairs.some(isMark),
  };
}

/** Takes a recipe's text apart; undefined for a text that is none. */
export function readWritten(text: string, models: readonly Model[]): WrittenRecipe | undefined {
  if (text.length > mostChars) return undefined;
  const pairs = readJsonRecipe(text, models);
  return pairs ? { pairs, exact: {}, isOurs: false } : readPairs(text);
}
