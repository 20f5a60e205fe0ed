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

/** How an image was made, as far as a model here can make it again. */
export interface Recipe {
  /** The model that the text names, where it is one of those given. */
  readonly model?: Model;
  /** By field name; of `model`, else of the first of the models. Each is taken by its field's schema. */
  readonly values: FormValues;
  /** What the text says beside that: names that no field has, and values that its field does not take. */
  readonly unused: readonly { readonly name: string; readonly text: string }[];
}

/** Values of one field that its schema is asked about, from the last one. A hostile text has thousands. */
const mostTries = 16;

/** The value of a setting in its field's terms; undefined where the field takes nothing of it. */
function valueOf({ model, isPayload }: Context, [pair, field, known]: Setting): unknown {
  if (!field) return undefined;
  const { value = pair.text } = pair;
  // A number is read as it is written, so that no digit is rounded away.
  const isExact = known === undefined && isPayload && typeof value !== "number";
  const exact = known ?? (isExact ? value : undefined);
  if (exact !== undefined && isTaken(model, field, exact)) return exact;
  return known === undefined ? recipeValue(model, field, pair.text) : undefined;
}

/**
 * Reads a recipe out of a text: Easel's own, Automatic1111's ("Steps: 20, Sampler: Euler a, …"), which many programs write
 * into their images, the JSON of SwarmUI, Fooocus, InvokeAI, NovelAI or Draw Things, ComfyUI's graph, or a payload in JSON.
 * Names and values are brought into the fields' own terms: `CFG scale` is `guidance_scale`, `DPM++ 2M` is a model's
 * `dpmpp_2m`. Nothing is guessed and nothing rounded; what no field takes is in `unused`, as it is written. Takes time
 * linear in the text; texts of more than a million characters are not read.
 *
 * @param models the first one reads what names none of them. Give the form's own first.
 * @returns undefined for a text that is no recipe, such as a prompt alone.
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
  // What comes later holds.
  for (const setting of settings.toReversed()) {
    const [{ name, written: label = name, text: given }, field] = setting;
    if (field && values.has(field.name)) continue;
    const tried = (field && tries.get(field)) ?? 0;
    const value = tried < mostTries ? valueOf(context, setting) : undefined;
    if (field) tries.set(field, tried + 1);
    if (field && value !== undefined) values.set(field.name, value);
    // The plain text of an exact value is for people only.
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
