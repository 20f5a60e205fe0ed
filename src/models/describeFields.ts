import type * as z from "zod/v4/core";
import type { Model } from "./defineModel.ts";
import type { FieldGroup, FieldKind, FieldOption } from "./field.ts";
import { fieldKind } from "./fieldKind.ts";
import { phrase, type ModelWords } from "./modelWords.ts";
import { readSchema, type SchemaFacts } from "./readSchema.ts";

export interface FieldDescriptor {
  readonly name: string;
  readonly kind: FieldKind;
  readonly label: string;
  readonly help?: string;
  readonly required: boolean;
  readonly integer: boolean;
  /** Inclusive minimum; exclusive for non-integers with an exclusive limit. */
  readonly min?: number;
  /** Inclusive maximum; exclusive for non-integers with an exclusive limit. */
  readonly max?: number;
  /** `min` and `max`, or a suggested range that typed values may exceed. */
  readonly slider?: { readonly min: number; readonly max: number };
  readonly step?: number;
  /** Equals `step`; typed values must match. */
  readonly multipleOf?: number;
  readonly unit?: string;
  readonly tokens?: number;
  /** Pixels. */
  readonly maxSide?: number;
  readonly default?: unknown;
  readonly options?: readonly FieldOption[];
  /** Any string is accepted; options are suggestions. */
  readonly open: boolean;
  readonly group: FieldGroup;
  readonly affectsPrice: boolean;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

const groupOfKind: Record<FieldKind, FieldGroup> = {
  prompt: "prompt",
  text: "prompt",
  style: "picture",
  image: "picture",
  size: "picture",
  number: "sampling",
  select: "sampling",
  seed: "sampling",
  switch: "output",
  hidden: "output",
};

const readable = (name: string): string => {
  const spaced = name.replaceAll(/[_-]+/g, " ").trim();
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
};

function optionsOf(facts: SchemaFacts): readonly FieldOption[] | undefined {
  const known = facts.hints.options;
  if (!facts.values) return known;
  const described = new Map(known?.map((option) => [option.value, option]));
  return facts.values.map((value) => described.get(value) ?? { value });
}

function describe(name: string, schema: z.$ZodType): FieldDescriptor {
  const facts = readSchema(schema);
  const { hints } = facts;
  const kind = fieldKind(name, facts);
  const options = optionsOf(facts);
  // `multipleOf` is enforced, a hint's `step` isn't.
  const step = facts.multipleOf ?? hints.step ?? (facts.integer ? 1 : undefined);
  // JSON Schema states the safe integer range; not a limit to show.
  const min = facts.min === Number.MIN_SAFE_INTEGER ? undefined : facts.min;
  const max = facts.max === Number.MAX_SAFE_INTEGER ? undefined : facts.max;
  const slider =
    hints.suggested ?? (min !== undefined && max !== undefined ? { min, max } : undefined);

  const descriptor: Mutable<FieldDescriptor> = {
    name,
    kind,
    label: facts.meta.title ?? readable(name),
    required: facts.required,
    integer: facts.integer,
    open: facts.type === "string" && options !== undefined && (facts.open || !facts.values),
    group: hints.group ?? groupOfKind[kind],
    affectsPrice: hints.affectsPrice ?? false,
  };
  if (facts.meta.description !== undefined) descriptor.help = facts.meta.description;
  if (min !== undefined) descriptor.min = min;
  if (max !== undefined) descriptor.max = max;
  if (slider !== undefined) descriptor.slider = slider;
  if (step !== undefined) descriptor.step = step;
  if (facts.multipleOf !== undefined) descriptor.multipleOf = facts.multipleOf;
  if (hints.unit !== undefined) descriptor.unit = hints.unit;
  if (hints.tokens !== undefined) descriptor.tokens = hints.tokens;
  if (hints.maxSide !== undefined) descriptor.maxSide = hints.maxSide;
  if (facts.default !== undefined) descriptor.default = facts.default;
  if (options !== undefined) descriptor.options = options;
  return descriptor;
}

const spokenKeys = ["label", "help", "unit", "group"] as const;

function translate<
  Said extends { readonly [Key in (typeof spokenKeys)[number]]?: string | undefined },
>(said: Said, words: ModelWords): Said {
  const inWords = spokenKeys.flatMap((key) => {
    const text = said[key];
    return text === undefined ? [] : [[key, phrase(words, text)] as const];
  });
  return { ...said, ...Object.fromEntries(inWords) };
}

function translateOption(option: FieldOption, words: ModelWords): FieldOption {
  const inWords = translate(option, words);
  return option.group === undefined ? inWords : { ...inWords, groupId: option.group };
}

function translateField(field: FieldDescriptor, words: ModelWords): FieldDescriptor {
  const { options, group } = field;
  const inWords = { ...translate(field, words), group };
  return options
    ? { ...inWords, options: options.map((option) => translateOption(option, words)) }
    : inWords;
}

const described = new WeakMap<Model, readonly FieldDescriptor[]>();

/**
 * Returns the model's fields in schema order. Stable per model.
 *
 * Reads any zod 4 object, classic or mini: `title`, `description`, checks, and `x-easel`.
 */
export function describeFields(model: Model): readonly FieldDescriptor[] {
  let fields = described.get(model);
  if (!fields) {
    const { words } = model;
    fields = Object.entries(model.input._zod.def.shape)
      .map(([name, schema]) => describe(name, schema))
      .map((field) => (words ? translateField(field, words) : field));
    described.set(model, fields);
  }
  return fields;
}
