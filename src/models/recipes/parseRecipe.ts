import { parseJson } from "../../protocol/parseJson.ts";
import type { Model } from "../defineModel.ts";
import { isEaselMarker, readInfotext, type RecipeSetting } from "./infotext.ts";
import { readJsonRecipe } from "./jsonRecipe.ts";

export interface ParsedRecipe {
  readonly pairs: readonly RecipeSetting[];
  readonly exact: Readonly<Record<string, unknown>>;
  readonly isByEasel: boolean;
}

export const exactName = "Easel";

const maxChars = 1_000_000;

function readObject(text: string): Record<string, unknown> | undefined {
  const read = parseJson(text);
  const isObject = typeof read === "object" && read !== null && !Array.isArray(read);
  return isObject ? (read as Record<string, unknown>) : undefined;
}

function readPairs(text: string): ParsedRecipe | undefined {
  const infotext = readInfotext(text);
  if (!infotext) return undefined;
  const exactPair = infotext.pairs.find(({ name }) => name === exactName);
  const exact = exactPair && readObject(exactPair.text);
  const isInternal = (pair: RecipeSetting): boolean =>
    isEaselMarker(pair) || (pair === exactPair && exact !== undefined);
  const prompts = [
    { name: "Prompt", text: infotext.prompt },
    { name: "Negative prompt", text: infotext.negativePrompt },
  ];
  return {
    pairs: [
      ...prompts.filter((pair) => pair.text !== ""),
      ...infotext.pairs.filter((pair) => !isInternal(pair)),
    ],
    exact: exact ?? {},
    isByEasel: infotext.pairs.some(isEaselMarker),
  };
}

export function parseRecipe(text: string, models: readonly Model[]): ParsedRecipe | undefined {
  if (text.length > maxChars) return undefined;
  const pairs = readJsonRecipe(text, models);
  return pairs ? { pairs, exact: {}, isByEasel: false } : readPairs(text);
}
