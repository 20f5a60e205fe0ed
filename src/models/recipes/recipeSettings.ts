import type { Model } from "../defineModel.ts";
import { describeFields, type FieldDescriptor } from "../describeFields.ts";
import { findCheckpoint } from "./findRecipeOption.ts";
import type { RecipeSetting } from "./infotext.ts";
import type { ParsedRecipe } from "./parseRecipe.ts";
import { fieldOfName, plainName, promptAndSizeFields } from "./recipeNames.ts";
import { isValid, recipeValue } from "./recipeValue.ts";

export type Setting = readonly [
  pair: RecipeSetting,
  field: FieldDescriptor | undefined,
  value?: unknown,
];

export interface Context {
  readonly model: Model;
  readonly fields: readonly FieldDescriptor[];
  readonly special: ReturnType<typeof promptAndSizeFields>;
  readonly combinedSampler:
    | readonly [sampler: RecipeSetting, schedule: RecipeSetting, field: FieldDescriptor]
    | undefined;
  readonly isByEasel: boolean;
  /** Whether the recipe is a JSON payload in which all names are field names. If so, values are used as written. */
  readonly isPayload: boolean;
  /** The model's strength field, if the recipe's strength belongs to another pass and must be ignored. */
  readonly foreignStrength: FieldDescriptor | undefined;
}

const inOnePair = /^(\d{1,9})\s*[x×]\s*(\d{1,9})$/;

const keyOf = ({ name }: RecipeSetting): string => plainName(name);

function fieldByOwnName(
  fields: readonly FieldDescriptor[],
  { value, written }: RecipeSetting,
): FieldDescriptor | undefined {
  return value === undefined ? undefined : fields.find(({ name }) => name === written);
}

function hasSecondPass(pairs: readonly RecipeSetting[]): boolean {
  const flag = pairs.find(({ written }) => written === "enable_hr");
  if (flag) return flag.value === true;
  return pairs.some(({ name, written = name }) => /^(hires\b|hr_)/i.test(written));
}

function findCombinedSampler(
  fields: readonly FieldDescriptor[],
  pairs: readonly RecipeSetting[],
): Context["combinedSampler"] {
  const sampler = pairs.find((pair) => keyOf(pair) === "sampler");
  const schedule = pairs.find((pair) => keyOf(pair) === "scheduletype");
  if (!sampler || !schedule) return undefined;
  const field = fieldByOwnName(fields, sampler) ?? fieldOfName(fields, "Sampler");
  const scheduleField = fieldByOwnName(fields, schedule) ?? field;
  return field && scheduleField === field ? [sampler, schedule, field] : undefined;
}

export function createContext(model: Model, { pairs, isByEasel }: ParsedRecipe): Context {
  const fields = describeFields(model);
  const names = new Set(fields.map(({ name }) => name));
  const isPayload =
    pairs.some(({ value }) => value !== undefined) &&
    pairs.every(({ name, written = name }) => names.has(written));
  const takesStrength =
    isByEasel || isPayload || (model.task === "image-to-image" && !hasSecondPass(pairs));
  return {
    model,
    fields,
    special: promptAndSizeFields(fields),
    combinedSampler: findCombinedSampler(fields, pairs),
    isByEasel,
    isPayload,
    foreignStrength: takesStrength ? undefined : fieldOfName(fields, "Denoising strength"),
  };
}

function samplerSettings(
  model: Model,
  sampler: RecipeSetting,
  schedule: RecipeSetting,
  field: FieldDescriptor,
): readonly Setting[] {
  const combined = recipeValue(model, field, `${sampler.text} ${schedule.text}`);
  if (combined !== undefined) return [[sampler, field, combined]];
  return /^(automatic|normal)$/i.test(schedule.text)
    ? [[sampler, field]]
    : [
        [sampler, field],
        [schedule, undefined],
      ];
}

export function modelSetting({ fields }: Context, pair: RecipeSetting): Setting {
  const base = fields.find(({ name }) => name === "base_model");
  const checkpoint = base?.options && findCheckpoint(base.options, pair.text)?.value;
  return checkpoint === undefined ? [pair, undefined] : [pair, base, checkpoint];
}

const tag = /<(lora|lyco|hypernet):([^<>]*)>/gi;

function promptSettings(
  { isByEasel }: Context,
  pair: RecipeSetting,
  field: FieldDescriptor | undefined,
): readonly Setting[] {
  if (isByEasel) return [[pair, field]];
  const unused = Array.from(pair.text.matchAll(tag), ([, name = "", text = ""]): Setting => [
    { name, text },
    undefined,
  ]);
  const text = unused.length === 0 ? pair.text : pair.text.replaceAll(tag, "").trim();
  return text.trim() === "" ? unused : [[{ ...pair, text }, field], ...unused];
}

export function settingsOf(context: Context, pair: RecipeSetting): readonly Setting[] {
  const { model, fields, special, combinedSampler } = context;
  if (combinedSampler && pair === combinedSampler[0])
    return samplerSettings(model, ...combinedSampler);
  if (combinedSampler && pair === combinedSampler[1]) return [];
  const named = fieldByOwnName(fields, pair);
  const key = keyOf(pair);
  const isBlank = pair.text.trim() === "";
  // A blank negative prompt is kept. If it were omitted, the field's default would be sent.
  if (key === "negativeprompt" && isBlank) {
    const field = special.negativePrompt;
    return field && isValid(model, field, "") ? [[pair, field, ""]] : [];
  }
  if (named && context.isPayload && !(named.kind === "prompt" && isBlank)) return [[pair, named]];
  if (key === "prompt") return promptSettings(context, pair, special.prompt);
  if (key === "negativeprompt") return promptSettings(context, pair, special.negativePrompt);
  if (key === "width" || key === "height") return [[pair, special[key]]];
  const [, width, height] = (key === "size" ? inOnePair.exec(pair.text) : null) ?? [];
  if (width !== undefined && height !== undefined) {
    return [
      [{ name: "Width", text: width }, special.width],
      [{ name: "Height", text: height }, special.height],
    ];
  }
  const field = named ?? fieldOfName(fields, pair.name);
  if (field && field === context.foreignStrength) return [[pair, undefined]];
  // Other programs set `Refiner` to the name of a refiner model. In that case, the field's switch is turned on.
  const isNamedRefiner =
    pair.name === "Refiner" && field?.kind === "switch" && !/^(true|false)$/.test(pair.text);
  return [isNamedRefiner ? [pair, field, true] : [pair, field]];
}
