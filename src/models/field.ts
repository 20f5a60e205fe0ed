import * as z from "zod/v4-mini";

/** Which control draws a field. Without one it is read from the field's type and name. */
export type FieldKind =
  | "prompt"
  | "text"
  | "number"
  | "select"
  | "style"
  | "switch"
  | "seed"
  | "size"
  | "image"
  | "hidden";

/** The part of the form that a field stands in. */
export type FieldGroup = "prompt" | "picture" | "sampling" | "refiner" | "output";

export interface FieldOption {
  readonly value: string | number;
  /** @default the value itself */
  readonly label?: string | undefined;
  /** What it is good for, in a few words. */
  readonly help?: string | undefined;
  /** A heading to list it under. */
  readonly group?: string | undefined;
  /** The heading in the model's own language, where `group` was translated: the same in all of them. */
  readonly groupId?: string | undefined;
}

/** What a schema cannot say about its control. Travels in JSON Schema as `x-easel`. */
export interface FieldHints {
  readonly kind?: FieldKind;
  readonly group?: FieldGroup;
  /** The service prices a run by this field. */
  readonly affectsPrice?: boolean;
  /** Known values of a field that takes any string; or words for those of a closed one. */
  readonly options?: readonly FieldOption[];
  /** Where a slider starts and ends when the schema has no limits of its own. Not enforced. */
  readonly suggested?: { readonly min: number; readonly max: number };
  /** The distance between two stops of a slider. Exact entry is not held to it. */
  readonly step?: number;
  /** What a number counts, in a short word: "steps", "px". */
  readonly unit?: string;
  /** How many tokens of a prompt the model reads at once: 75 with a text encoder of CLIP's kind. */
  readonly tokens?: number;
  /** The longest side of a picture that is of use to the model, in pixels: a larger one is made smaller first. */
  readonly maxSide?: number;
}

export interface FieldMeta extends FieldHints {
  readonly label: string;
  readonly help?: string;
}

/**
 * Gives a field of a zod/mini schema its label, its help and its hints, and returns the same schema.
 *
 * The words go to zod's own registry as `title` and `description`, the hints beside them as `x-easel`. A classic schema
 * reaches the same place by `.meta({ title, description, "x-easel": { … } })`.
 */
export function field<S extends z.core.$ZodType>(schema: S, meta: FieldMeta): S {
  const { label, help, ...hints } = meta;
  z.globalRegistry.add(schema, {
    title: label,
    ...(help === undefined ? {} : { description: help }),
    "x-easel": hints,
  });
  return schema;
}
