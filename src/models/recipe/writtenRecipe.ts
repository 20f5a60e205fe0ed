import type { Model } from "../defineModel.ts";
import { describeFields } from "../describeFields.ts";
import { readInfotext, writtenByEasel, type Infotext, type Pair } from "./infotext.ts";

/** What a text holds before a model is asked. */
export interface WrittenRecipe extends Infotext {
  /** Exact values by field name, where the text's own rules could not hold them. */
  readonly exact: Readonly<Record<string, unknown>>;
}

/** Where exact values are written. */
export const exactName = "Easel";

function readObject(text: string): Record<string, unknown> | undefined {
  try {
    const read: unknown = JSON.parse(text);
    const isObject = typeof read === "object" && read !== null && !Array.isArray(read);
    return isObject ? (read as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

/** A payload as it goes over the wire. */
function readPayload(text: string, models: readonly Model[]): WrittenRecipe | undefined {
  const payload = text.trimStart().startsWith("{") ? readObject(text) : undefined;
  const known = new Set(models.flatMap((model) => describeFields(model).map(({ name }) => name)));
  const isPayload = Object.keys(payload ?? {}).filter((name) => known.has(name)).length > 1;
  return payload && isPayload
    ? { prompt: "", negativePrompt: "", pairs: [], exact: payload }
    : undefined;
}

function readPairs(text: string): WrittenRecipe | undefined {
  const infotext = readInfotext(text);
  if (!infotext) return undefined;
  const own = infotext.pairs.find(({ name }) => name === exactName);
  const exact = own && readObject(own.text);
  const isSpent = (pair: Pair): boolean =>
    (pair === own && exact !== undefined) ||
    (pair.name === writtenByEasel.name && pair.text === writtenByEasel.text);
  return {
    ...infotext,
    pairs: infotext.pairs.filter((pair) => !isSpent(pair)),
    exact: exact ?? {},
  };
}

/** Takes a recipe's text apart; undefined for a text that is none. */
export function readWritten(text: string, models: readonly Model[]): WrittenRecipe | undefined {
  return readPayload(text, models) ?? readPairs(text);
}
