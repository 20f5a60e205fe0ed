import type { Model } from "../defineModel.ts";
import { isMark, readInfotext, type Pair } from "./infotext.ts";
import { parseJson } from "./jsonMembers.ts";
import { readJsonRecipe } from "./jsonRecipe.ts";

export interface WrittenRecipe {
  readonly pairs: readonly Pair[];
  /** Values that the format can't represent. */
  readonly exact: Readonly<Record<string, unknown>>;
  readonly isOurs: boolean;
}

export const exactName = "Easel";

/** Characters. */
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

export function readWritten(text: string, models: readonly Model[]): WrittenRecipe | undefined {
  if (text.length > mostChars) return undefined;
  const pairs = readJsonRecipe(text, models);
  return pairs ? { pairs, exact: {}, isOurs: false } : readPairs(text);
}
