import type { Model } from "../defineModel.ts";
import { describeFields, type FieldDescriptor } from "../describeFields.ts";
import { findCheckpoint } from "./findRecipeOption.ts";
import type { Pair } from "./infotext.ts";
import { fieldOfName, plainName, wordFields } from "./recipeNames.ts";
import { isTaken, recipeValue } from "./recipeValue.ts";
import { takeTags } from "./takeTags.ts";
import type { WrittenRecipe } from "./writtenRecipe.ts";

export type Setting = readonly [pair: Pair, field: FieldDescriptor | undefined, value?: unknown];

export interface Context {
  readonly model: Model;
  readonly fields: readonly FieldDescriptor[];
  readonly words: ReturnType<typeof wordFields>;
  /** Set when one field combines sampler and schedule. */
  readonly spaced: readonly [sampler: Pair, schedule: Pair, field: FieldDescriptor] | undefined;
  readonly isOurs: boolean;
  /** All names are field names, so values are literal. */
  readonly isPayload: boolean;
  /** Set when the strength belongs to another pass. */
  readonly foreignStrength: FieldDescriptor | undefined;
}

const inOnePair = /^(\d{1,9})\s*[x×]\s*(\d{1,9})$/;

const keyOf = ({ name }: Pair): string => plainName(name);

function ownField(
  fields: readonly FieldDescriptor[],
  { value, written }: Pair,
): FieldDescriptor | undefined {
  return value === undefined ? undefined : fields.find(({ name }) => name === written);
}

/** The strength is then that of the second pass. */
function hasSecondPass(pairs: readonly Pair[]): boolean {
  const flag = pairs.find(({ written }) => written === "enable_hr");
  if (flag) return flag.value === true;
  return pairs.some(({ name, written = name }) => /^(hires\b|hr_)/i.test(written));
}

function findSpaced(fields: readonly FieldDescriptor[], pairs: readonly Pair[]): Context["spaced"] {
  const sampler = pairs.find((pair) => keyOf(pair) === "sampler");
  const schedule = pairs.find((pair) => keyOf(pair) === "scheduletype");
  if (!sampler || !schedule) return undefined;
  const field = ownField(fields, sampler) ?? fieldOfName(fields, "Sampler");
  const scheduleField = ownField(fields, schedule) ?? field;
  return field && scheduleField === field ? [sampler, schedule, field] : undefined;
}

export function createContext(model: Model, { pairs, isOurs }: WrittenRecipe): Context {
  const fields = describeFields(model);
  const names = new Set(fields.map(({ name }) => name));
  const isPayload =
    pairs.some(({ value }) => value !== undefined) &&
    pairs.every(({ name, written = name }) => names.has(written));
  const takesStrength =
    isOurs || isPayload || (model.task === "image-to-image" && !hasSecondPass(pairs));
  return {
    model,
    fields,
    words: wordFields(fields),
    spaced: findSpaced(fields, pairs),
    isOurs,
    isPayload,
    foreignStrength: takesStrength ? undefined : fieldOfName(fields, "Denoising strength"),
  };
}

/** Option lists combine `DPM++ 2M` and `Karras`. */
function samplerSettings(
  model: Model,
  sampler: Pair,
  schedule: Pair,
  field: FieldDescriptor,
): readonly Setting[] {
  const whole = recipeValue(model, field, `${sampler.text} ${schedule.text}`);
  if (whole !== undefined) return [[sampler, field, whole]];
  return /^(automatic|normal)$/i.test(schedule.text)
    ? [[sampler, field]]
    : [
        [sampler, field],
        [schedule, undefined],
      ];
}

export function modelSetting({ fields }: Context, pair: Pair): Setting {
  const base = fields.find(({ name }) => name === "base_model");
  const checkpoint = base?.options && findCheckpoint(base.options, pair.text)?.value;
  return checkpoint === undefined ? [pair, undefined] : [pair, base, checkpoint];
}

/** Separates tags that other models don't understand. */
function promptSettings(
  { isOurs }: Context,
  pair: Pair,
  field: FieldDescriptor | undefined,
): readonly Setting[] {
  if (isOurs) return [[pair, field]];
  const { text, tags } = takeTags(pair.text);
  const unused = tags.map((tag): Setting => [tag, undefined]);
  return text.trim() === "" ? unused : [[{ ...pair, text }, field], ...unused];
}

export function settingsOf(context: Context, pair: Pair): readonly Setting[] {
  const { model, fields, words, spaced } = context;
  if (spaced && pair === spaced[0]) return samplerSettings(model, ...spaced);
  if (spaced && pair === spaced[1]) return [];
  const own = ownField(fields, pair);
  const key = keyOf(pair);
  const isBlank = pair.text.trim() === "";
  // Otherwise the default would be sent.
  if (key === "negativeprompt" && isBlank) {
    const field = words.negativePrompt;
    return field && isTaken(model, field, "") ? [[pair, field, ""]] : [];
  }
  if (own && context.isPayload && !(own.kind === "prompt" && isBlank)) return [[pair, own]];
  if (key === "prompt") return promptSettings(context, pair, words.prompt);
  if (key === "negativeprompt") return promptSettings(context, pair, words.negativePrompt);
  if (key === "width" || key === "height") return [[pair, words[key]]];
  const [, width, height] = (key === "size" ? inOnePair.exec(pair.text) : null) ?? [];
  if (width !== undefined && height !== undefined) {
    return [
      [{ name: "Width", text: width }, words.width],
      [{ name: "Height", text: height }, words.height],
    ];
  }
  const field = own ?? fieldOfName(fields, pair.name);
  if (field && field === context.foreignStrength) return [[pair, undefined]];
  // Elsewhere the name of a refiner model.
  const isNamedRefiner =
    pair.name === "Refiner" && field?.kind === "switch" && !/^(true|false)$/.test(pair.text);
  return [isNamedRefiner ? [pair, field, true] : [pair, field]];
}
