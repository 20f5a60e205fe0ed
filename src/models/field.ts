import * as z from "zod/v4-mini";

/** Control that renders a field. By default inferred from the field's type and name. */
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

/** Section of the form. */
export type FieldGroup = "prompt" | "picture" | "sampling" | "refiner" | "output";

export interface FieldOption {
  readonly value: string | number;
  /** @default the value */
  readonly label?: string | undefined;
  /** Short description. */
  readonly help?: string | undefined;
  /** Heading in the option list. */
  readonly group?: string | undefined;
  /** The untranslated `group`, the same in every language. */
  readonly groupId?: string | undefined;
}

/** Control settings that a schema can't express. Stored in JSON Schema as `x-easel`. */
export interface FieldHints {
  readonly kind?: FieldKind;
  readonly group?: FieldGroup;
  readonly affectsPrice?: boolean;
  /** Suggestions for a field that accepts any string, or labels for a closed list. */
  readonly options?: readonly FieldOption[];
  /** Slider range when the schema has no limits. Not enforced. */
  readonly suggested?: { readonly min: number; readonly max: number };
  /** Slider step. Not enforced for typed values. */
  readonly step?: number;
  /** Short unit: "steps", "px". */
  readonly unit?: string;
  /** Prompt tokens the model reads at once: 75 for CLIP. */
  readonly tokens?: number;
  /** Longest useful side of an input image, in pixels. Larger images are downscaled. */
  readonly maxSide?: number;
}

export interface FieldMeta extends FieldHints {
  readonly label: string;
  readonly help?: string;
}

/**
 * Sets the label, help and hints of a zod/mini schema and returns the schema.
 *
 * Writes `title`, `description` and `x-easel` to zod's global registry. In zod classic, use
 * `.meta({ title, description, "x-easel": { … } })` instead.
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
