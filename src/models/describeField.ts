import * as z from "zod/v4-mini";

/** Kind of form control for a field. By default, the kind is inferred from the schema. */
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
  /** Text shown for the option. @default the option's value */
  readonly label?: string | undefined;
  readonly help?: string | undefined;
  readonly group?: string | undefined;
  /** Untranslated value of `group`. */
  readonly groupId?: string | undefined;
}

/** Hints for rendering a field. In JSON Schema, they are stored as `x-easel`. */
export interface FieldHints {
  readonly kind?: FieldKind;
  readonly group?: FieldGroup;
  readonly affectsPrice?: boolean;
  /** Suggested values for a field that accepts any string, or labels for the values of a closed list. */
  readonly options?: readonly FieldOption[];
  /** Range of the slider. Values outside this range are still accepted. */
  readonly suggested?: { readonly min: number; readonly max: number };
  /** Step of the slider. Values between steps are still accepted. */
  readonly step?: number;
  /** Name of a switch. While it's off, forms hide this field. Its value is still sent. */
  readonly enabledBy?: string;
  /** Short name of the unit, such as "steps" or "px". */
  readonly unit?: string;
  /** Number of prompt tokens that the model reads at a time, such as 75 for CLIP. */
  readonly tokens?: number;
  /** Maximum length of an image's longer side, in pixels. Larger images are downscaled. */
  readonly maxSide?: number;
}

export interface FieldMeta extends FieldHints {
  readonly label: string;
  readonly help?: string;
}

/** Adds a label, help text, and hints to a schema, like classic zod's `.meta({ title, description, "x-easel": … })`. */
export function describeField<S extends z.core.$ZodType>(schema: S, meta: FieldMeta): S {
  const { label, help, ...hints } = meta;
  z.globalRegistry.add(schema, {
    title: label,
    ...(help === undefined ? {} : { description: help }),
    "x-easel": hints,
  });
  return schema;
}
