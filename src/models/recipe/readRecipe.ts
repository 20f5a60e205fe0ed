import type { Model } from "../defineModel.ts";
import { describeFields, type FieldDescriptor } from "../describeFields.ts";
import type { FormValues } from "../formValues.ts";
import { findCheckpoint } from "./findRecipeOption.ts";
import type { Pair } from "./infotext.ts";
import { fieldOfName, wordFields } from "./recipeNames.ts";
import { isTaken, recipeValue } from "./recipeValue.ts";
import { readWritten, type WrittenRecipe } from "./writtenRecipe.ts";

/** How a picture was made, as far as a model here can make it again. */
export interface Recipe {
  /** The model that the text names, where it is one of those given. */
  readonly model?: Model;
  /** By field name; of `model`, else of the first of the models. Each is taken by its field's schema. */
  readonly values: FormValues;
  /** What the text says beside that: names that no field has, and values that its field does not take. */
  readonly unused: readonly { readonly name: string; readonly text: string }[];
}

/** One thing that a recipe says, the field that it is about, and its value where that is known already. */
type Said = readonly [pair: Pair, field: FieldDescriptor | undefined, value?: unknown];

const inOnePair = /^(\d+)\s*[x×]\s*(\d+)$/;

/** Newer versions write `DPM++ 2M` and `Karras` apart; lists of samplers have them as one. */
function samplerPairs(
  model: Model,
  sampler: Pair,
  schedule: Pair,
  field: FieldDescriptor,
): readonly Said[] {
  const whole = recipeValue(model, field, `${sampler.text} ${schedule.text}`);
  if (whole !== undefined) return [[sampler, field, whole]];
  return schedule.text === "Automatic"
    ? [[sampler, field]]
    : [
        [sampler, field],
        [schedule, undefined],
      ];
}

function readPair(model: Model, { pairs }: WrittenRecipe, pair: Pair): readonly Said[] {
  const fields = describeFields(model);
  const { name, text } = pair;
  const field = fieldOfName(fields, name);
  const [, width, height] = (name === "Size" ? inOnePair.exec(text) : null) ?? [];
  if (width !== undefined && height !== undefined) {
    const sides = wordFields(fields);
    return [
      [{ name: "Width", text: width }, sides.width],
      [{ name: "Height", text: height }, sides.height],
    ];
  }
  const sampler = pairs.find((one) => one.name === "Sampler");
  const schedule = pairs.find((one) => one.name === "Schedule type");
  const samplerField = fieldOfName(fields, "Sampler");
  if (sampler && schedule && samplerField && (pair === sampler || pair === schedule)) {
    return pair === sampler ? samplerPairs(model, sampler, schedule, samplerField) : [];
  }
  // In other programs it is the name of the model that refines.
  const isNamedRefiner =
    name === "Refiner" && field?.kind === "switch" && !/^(true|false)$/.test(text);
  return [isNamedRefiner ? [pair, field, true] : [pair, field]];
}

/** The name of a model that is not here may still be that of a checkpoint. */
function readModelName(model: Model, pair: Pair): Said {
  const base = describeFields(model).find(({ name }) => name === "base_model");
  const checkpoint = base?.options && findCheckpoint(base.options, pair.text)?.value;
  return checkpoint === undefined ? [pair, undefined] : [pair, base, checkpoint];
}

/** All that is said, in the order of rising weight: what comes later holds. */
function readAll(model: Model, written: WrittenRecipe, named: Pair | undefined): readonly Said[] {
  const fields = describeFields(model);
  const words = wordFields(fields);
  const spoken: readonly Said[] = [
    [{ name: "Prompt", text: written.prompt }, words.prompt],
    [{ name: "Negative prompt", text: written.negativePrompt }, words.negativePrompt],
  ];
  const exact = Object.entries(written.exact).map(([name, value]): Said => [
    { name, text: typeof value === "string" ? value : JSON.stringify(value) },
    fields.find((field) => field.name === name),
    value,
  ]);
  return [
    ...spoken.filter(([{ text }]) => text !== ""),
    ...(named ? [readModelName(model, named)] : []),
    ...written.pairs.flatMap((pair) => readPair(model, written, pair)),
    ...exact,
  ];
}

/**
 * Reads a recipe out of a text: Easel's own, Automatic1111's ("Steps: 20, Sampler: Euler a, …"), which many programs write
 * into their pictures, or a payload in JSON. Names and values are brought into the fields' own terms: `CFG scale` is
 * `guidance_scale`, `DPM++ 2M` is a model's `dpmpp_2m`. Nothing is guessed and nothing rounded; what no field takes is in
 * `unused`.
 *
 * @param models the first one reads what names none of them. Give the form's own first.
 * @returns undefined for a text that is no recipe, such as a prompt alone.
 *
 * @example
 * const recipe = readRecipe(await navigator.clipboard.readText(), [sdxlTorch]);
 * const values = recipe && { ...initialValues(recipe.model ?? sdxlTorch), ...recipe.values };
 */
export function readRecipe(text: string, models: readonly Model[]): Recipe | undefined {
  const [first] = models;
  const written = readWritten(text, models);
  if (!first || !written) return undefined;

  const named = written.pairs.find(({ name }) => name === "Model");
  const model = models.find(({ id, title }) => id === named?.text || title === named?.text);
  const target = model ?? first;
  const rest = { ...written, pairs: written.pairs.filter((pair) => pair !== named) };
  const values = new Map<string, unknown>();
  const unused: Pair[] = [];
  for (const [pair, field, known] of readAll(target, rest, model ? undefined : named)) {
    const value = field && (known ?? recipeValue(target, field, pair.text));
    if (field && isTaken(target, field, value)) values.set(field.name, value);
    // What stands in the text for people only is said exactly further on.
    else if (known !== undefined || !Object.hasOwn(written.exact, field?.name ?? "")) {
      unused.push(pair);
    }
  }
  return { ...(model && { model }), values: Object.fromEntries(values), unused };
}
