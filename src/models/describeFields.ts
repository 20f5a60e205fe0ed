import type * as z from "zod/v4/core";
import { cachedBy } from "./cachedBy.ts";
import type { Model } from "./defineModel.ts";
import type { FieldGroup, FieldHints, FieldKind, FieldOption } from "./describeField.ts";
import { fieldKind } from "./fieldKind.ts";
import { translateText, type ModelLabels } from "./modelLabels.ts";
import { readSchema, type SchemaInfo } from "./readSchema.ts";

export interface FieldDescriptor extends Pick<
  FieldHints,
  "enabledBy" | "maxSide" | "options" | "step" | "tokens" | "unit"
> {
  readonly name: string;
  readonly kind: FieldKind;
  readonly label: string;
  readonly help?: string;
  readonly required: boolean;
  readonly integer: boolean;
  /** Minimum value. `min` and `max` are inclusive, unless a non-integer field has exclusive limits. */
  readonly min?: number;
  readonly max?: number;
  /** Range of the slider: `min` to `max`, or a suggested range that typed values may exceed. */
  readonly slider?: { readonly min: number; readonly max: number };
  /** Enforced step. Even typed values must be multiples of this number. If set, `step` has the same value. */
  readonly multipleOf?: number;
  readonly default?: unknown;
  /** Whether the schema accepts only the default. Forms don't render the field, and always send the default. */
  readonly fixed?: boolean;
  readonly open: boolean;
  readonly group: FieldGroup;
  readonly affectsPrice: boolean;
}

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

const humanize = (name: string): string => {
  const spaced = name.replaceAll(/[_-]+/g, " ").trim();
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
};

function optionsOf(info: SchemaInfo): readonly FieldOption[] | undefined {
  const hintOptions = info.hints.options;
  if (!info.values) return hintOptions;
  const byValue = new Map(hintOptions?.map((option) => [option.value, option]));
  return info.values.map((value) => byValue.get(value) ?? { value });
}

function describe(name: string, schema: z.$ZodType): FieldDescriptor {
  const info = readSchema(schema);
  const { hints } = info;
  const kind = fieldKind(name, info);
  const options = optionsOf(info);
  const step = info.multipleOf ?? hints.step ?? (info.integer ? 1 : undefined);
  // Some JSON Schemas limit integers to the safe integer range. Those limits aren't useful to show.
  const min = info.min === Number.MIN_SAFE_INTEGER ? undefined : info.min;
  const max = info.max === Number.MAX_SAFE_INTEGER ? undefined : info.max;
  const slider =
    hints.suggested ?? (min !== undefined && max !== undefined ? { min, max } : undefined);

  const isSingle = info.values?.length === 1 ? !info.open : min !== undefined && min === max;

  const descriptor = {
    name,
    kind,
    label: info.meta.title ?? humanize(name),
    help: info.meta.description,
    required: info.required,
    integer: info.integer,
    min,
    max,
    slider,
    step,
    multipleOf: info.multipleOf,
    unit: hints.unit,
    tokens: hints.tokens,
    enabledBy: hints.enabledBy,
    maxSide: hints.maxSide,
    default: info.default,
    fixed: (isSingle && info.default !== undefined) || undefined,
    options,
    open: info.type === "string" && options !== undefined && (info.open || !info.values),
    group: hints.group ?? groupOfKind[kind],
    affectsPrice: hints.affectsPrice ?? false,
  };
  const given = Object.entries(descriptor).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given) as unknown as FieldDescriptor;
}

const translatedKeys = ["label", "help", "unit", "group"] as const;

function translate<
  Texts extends { readonly [Key in (typeof translatedKeys)[number]]?: string | undefined },
>(texts: Texts, labels: ModelLabels): Texts {
  const translated = translatedKeys.flatMap((key) => {
    const text = texts[key];
    return text === undefined ? [] : [[key, translateText(labels, text)] as const];
  });
  return { ...texts, ...Object.fromEntries(translated) };
}

function translateField(field: FieldDescriptor, labels: ModelLabels): FieldDescriptor {
  const options = field.options?.map((option) => ({
    ...translate(option, labels),
    ...(option.group !== undefined && { groupId: option.group }),
  }));
  return { ...translate(field, labels), group: field.group, ...(options && { options }) };
}

/** Returns a model's fields in schema order. Repeated calls for the same model return the same array. */
export const describeFields: (model: Model) => readonly FieldDescriptor[] = cachedBy(
  ({ input, labels }) =>
    Object.entries(input._zod.def.shape)
      .map(([name, schema]) => describe(name, schema))
      .map((field) => (labels ? translateField(field, labels) : field)),
);
