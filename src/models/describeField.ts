import * as z from "zod/v4-mini";

/** Control of a field; by default inferred. */
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
  /** @default the value */
  readonly label?: string | undefined;
  readonly help?: string | undefined;
  readonly group?: string | undefined;
  /** Untranslated `group`. */
  readonly groupId?: string | undefined;
}

/** In JSON Schema, `x-easel`. */
export interface FieldHints {
  readonly kind?: FieldKind;
  readonly group?: FieldGroup;
  readonly affectsPrice?: boolean;
  /** Suggestions where any string is accepted, or labels of a closed list. */
  readonly options?: readonly FieldOption[];
  /** Slider range; not enforced. */
  readonly suggested?: { readonly min: number; readonly max: number };
  /** Slider step; not enforced. */
  readonly step?: number;
  /** Short unit: "steps", "px". */
  readonly unit?: string;
  /** Tokens the model reads at once: 75 for CLIP. */
  readonly tokens?: number;
  /** Longest useful side in pixels. Larger images are downscaled. */
  readonly maxSide?: number;
}

export interface FieldMeta extends FieldHints {
  readonly label: string;
  readonly help?: string;
}

/** For zod/mini. In classic, use `.meta({ title, description, "x-easel": { … } })`. */
export function describeField<S extends z.core.$ZodType>(schema: S, meta: FieldMeta): S {
  const { label, help, ...hints } = meta;
  z.globalRegistry.add(schema, {
    title: label,
    ...(help === undefined ? {} : { description: help }),
    "x-easel": hints,
  });
  return schema;
}
