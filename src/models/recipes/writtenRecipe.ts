import type { Model } from "../defineModel.ts";
import { isMark, readInfotext, type Pair } from "./infotext.ts";
import { parseJson } from "./jsonMembers.ts";
import { readJsonRecipe } from "./jsonRecipe.ts";

/** Recipe before it is matched to a model. */
export interface WrittenRecipe {
  /** All settings in order, prompts included. */
  readonly pairs: readonly Pair[];
  /** Values that the text format can't represent, by field name. */
  readonly exact: Readonly<Record<string, unknown>>;
  /** Written by Easel, so names are field names. */
  readonly isOurs: boolean;
}

/** Name of the setting that holds exact values. */
export const exactName = "Easel";

/** Characters. Longer texts are ignored. */
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

/** Parses a recipe's text; undefined if it isn't one. */
export function readWritten(text: string, models: readonly Model[]): WrittenRecipe | undefined {
  if (text.length > mostChars) return undefined;
  const pairs = readJsonRecipe(text, models);
  return pairs ? { pairs, exact: {}, isOurs: false } : readPairs(text);
}
