import * as z from "zod/v4-mini";

/** Control for a field. Inferred by default. */
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

export type FieldGroup = "prompt" | "picture" | "sampling" | "refiner" | "output";

export interface FieldOption {
  readonly value: string | number;
  /** Text of the option. @default the value */
  readonly label?: string | undefined;
  readonly help?: string | undefined;
  readonly group?: string | undefined;
  /** Untranslated `group`. */
  readonly groupId?: string | undefined;
}

/** Hints for a field. JSON Schema stores them as `x-easel`. */
export interface FieldHints {
  readonly kind?: FieldKind;
  readonly group?: FieldGroup;
  readonly affectsPrice?: boolean;
  /** Suggestions for a field that accepts any string, or labels for a closed list. */
  readonly options?: readonly FieldOption[];
  /** Range of the slider, which isn't enforced. */
  readonly suggested?: { readonly min: number; readonly max: number };
  /** Step of the slider, which isn't enforced. */
  readonly step?: number;
  /** Short unit, such as "steps" or "px". */
  readonly unit?: string;
  /** Number of tokens that the model reads at once, such as 75 for CLIP. */
  readonly tokens?: number;
  /** Longest useful side in pixels. Larger images are downscaled. */
  readonly maxSide?: number;
}

export interface FieldMeta extends FieldHints {
  readonly label: string;
  readonly help?: string;
}

/** Adds a label, help, and hints to a schema. In classic zod: `.meta({ title, description, "x-easel": { … } })`. */
export function describeField<S extends z.core.$ZodType>(schema: S, meta: FieldMeta): S {
  const { label, help, ...hints } = meta;
  z.globalRegistry.add(schema, {
    title: label,
    ...(help === undefined ? {} : { description: help }),
    "x-easel": hints,
  });
  return schema;
}
