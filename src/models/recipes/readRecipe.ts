import type { Model } from "../defineModel.ts";
import type { FieldDescriptor } from "../describeFields.ts";
import type { FormValues } from "../formValues.ts";
import type { RecipeSetting } from "./infotext.ts";
import { parseRecipe } from "./parseRecipe.ts";
import {
  createContext,
  modelSetting,
  settingsOf,
  type Context,
  type Setting,
} from "./recipeSettings.ts";
import { isValid, recipeValue } from "./recipeValue.ts";

export interface Recipe {
  readonly model?: Model;
  /** Valid values for `model`, or for the first known model if `model` is undefined. */
  readonly values: FormValues;
  /** Settings whose name is unknown or whose value is invalid. */
  readonly unused: readonly { readonly name: string; readonly text: string }[];
}

/** Maximum number of values to try per field. Malicious text can repeat a field thousands of times. */
const maxTries = 16;

function valueOf({ model, isPayload }: Context, [pair, field, known]: Setting): unknown {
  if (!field) return undefined;
  const { value = pair.text } = pair;
  // Numbers are read from `pair.text`, because `value` may have lost digits.
  const isExact = known === undefined && isPayload && typeof value !== "number";
  const exact = known ?? (isExact ? value : undefined);
  if (exact !== undefined && isValid(model, field, exact)) return exact;
  return known === undefined ? recipeValue(model, field, pair.text) : undefined;
}

/**
 * Reads a recipe from text. Returns undefined if the text isn't a recipe. Supports Automatic1111's format ("Steps: 20,
 * Sampler: Euler a, …"); JSON from SwarmUI, Fooocus, InvokeAI, NovelAI, and Draw Things; ComfyUI graphs; and JSON
 * payloads. Values are never guessed or rounded. Settings that can't be used are returned in `unused`. Takes linear
 * time. Ignores text longer than a million characters.
 *
 * @param models known models; the first is used if the text doesn't name one
 *
 * @example
 * const recipe = readRecipe(await navigator.clipboard.readText(), [sdxlTorch]);
 * const undo = recipe && fillForm(modelForm, recipe);
 */
export function readRecipe(text: string, models: readonly Model[]): Recipe | undefined {
  const [first] = models;
  const parsed = parseRecipe(text, models);
  if (!first || !parsed) return undefined;

  const named = parsed.pairs.find(({ name }) => name === "Model");
  const model = models.find(({ id, title }) => id === named?.text || title === named?.text);
  const context = createContext(model ?? first, parsed);
  const values = new Map<string, unknown>();
  const unused: RecipeSetting[] = [];

  const settings = [
    ...(named && !model ? [modelSetting(context, named)] : []),
    ...parsed.pairs.filter((pair) => pair !== named).flatMap((pair) => settingsOf(context, pair)),
  ];
  const tries = new Map<FieldDescriptor, number>();
  for (const setting of settings.toReversed()) {
    const [{ name, written: label = name, text: rawText }, field] = setting;
    if (field && values.has(field.name)) continue;
    const tried = (field && tries.get(field)) ?? 0;
    const value = tried < maxTries ? valueOf(context, setting) : undefined;
    if (field) tries.set(field, tried + 1);
    if (field && value !== undefined) values.set(field.name, value);
    // A setting that is replaced by an exact value doesn't count as unused.
    else if (!Object.hasOwn(parsed.exact, field?.name ?? "")) {
      unused.push({ name: label, text: rawText });
    }
  }
  unused.reverse();
  for (const [name, value] of Object.entries(parsed.exact)) {
    const field = context.fields.find((candidate) => candidate.name === name);
    if (field && isValid(context.model, field, value)) values.set(name, value);
    else unused.push({ name, text: typeof value === "string" ? value : JSON.stringify(value) });
  }
  return { ...(model && { model }), values: Object.fromEntries(values), unused };
}
