import type { Model } from "../defineModel.ts";
import type { FieldDescriptor } from "../describeFields.ts";
import type { FormValues } from "../formValues.ts";
import type { Pair } from "./infotext.ts";
import {
  createContext,
  modelSetting,
  settingsOf,
  type Context,
  type Setting,
} from "./recipeSettings.ts";
import { isTaken, recipeValue } from "./recipeValue.ts";
import { readWritten } from "./writtenRecipe.ts";

/** Settings of an image, mapped to a model's fields. */
export interface Recipe {
  /** The model named in the text, if it's one of those given. */
  readonly model?: Model;
  /** Valid values by field name of `model`, or of the first model given. */
  readonly values: FormValues;
  /** Settings without a matching field or with a value that the field rejects. */
  readonly unused: readonly { readonly name: string; readonly text: string }[];
}

/** Values tried for one field, starting from the last. Hostile texts repeat a name thousands of times. */
const mostTries = 16;

/** Returns a setting's value for its field; undefined if the field rejects it. */
function valueOf({ model, isPayload }: Context, [pair, field, known]: Setting): unknown {
  if (!field) return undefined;
  const { value = pair.text } = pair;
  // Numbers are read from text, to keep every digit.
  const isExact = known === undefined && isPayload && typeof value !== "number";
  const exact = known ?? (isExact ? value : undefined);
  if (exact !== undefined && isTaken(model, field, exact)) return exact;
  return known === undefined ? recipeValue(model, field, pair.text) : undefined;
}

/**
 * Reads a recipe from text: Easel's own, Automatic1111's ("Steps: 20, Sampler: Euler a, …"), the JSON of SwarmUI,
 * Fooocus,
 * InvokeAI, NovelAI and Draw Things, ComfyUI graphs, and JSON payloads. Maps names and values to the model's
 * fields:
 * `CFG scale` to `guidance_scale`, `DPM++ 2M` to `dpmpp_2m`. Never guesses or rounds: the rest is in `unused`.
 * Takes linear
 * time; texts over a million characters are ignored.
 *
 * @param models the first one is used when the text names none of them
 * @returns undefined when the text isn't a recipe, such as a plain prompt
 *
 * @example
 * const recipe = readRecipe(await navigator.clipboard.readText(), [sdxlTorch]);
 * const undo = recipe && fillForm(modelForm, recipe);
 */
export function readRecipe(text: string, models: readonly Model[]): Recipe | undefined {
  const [first] = models;
  const written = readWritten(text, models);
  if (!first || !written) return undefined;

  const named = written.pairs.find(({ name }) => name === "Model");
  const model = models.find(({ id, title }) => id === named?.text || title === named?.text);
  const context = createContext(model ?? first, written);
  const values = new Map<string, unknown>();
  const unused: Pair[] = [];

  const settings = [
    ...(named && !model ? [modelSetting(context, named)] : []),
    ...written.pairs.filter((pair) => pair !== named).flatMap((pair) => settingsOf(context, pair)),
  ];
  const tries = new Map<FieldDescriptor, number>();
  // The last value wins.
  for (const setting of settings.toReversed()) {
    const [{ name, written: label = name, text: given }, field] = setting;
    if (field && values.has(field.name)) continue;
    const tried = (field && tries.get(field)) ?? 0;
    const value = tried < mostTries ? valueOf(context, setting) : undefined;
    if (field) tries.set(field, tried + 1);
    if (field && value !== undefined) values.set(field.name, value);
    // Superseded by the exact value.
    else if (!Object.hasOwn(written.exact, field?.name ?? "")) {
      unused.push({ name: label, text: given });
    }
  }
  unused.reverse();
  for (const [name, value] of Object.entries(written.exact)) {
    const field = context.fields.find((one) => one.name === name);
    if (field && isTaken(context.model, field, value)) values.set(name, value);
    else unused.push({ name, text: typeof value === "string" ? value : JSON.stringify(value) });
  }
  return { ...(model && { model }), values: Object.fromEntries(values), unused };
}
