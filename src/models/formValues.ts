import type { Model, ModelValues } from "./defineModel.ts";
import { describeFields, type FieldDescriptor } from "./describeFields.ts";

/** What a form holds: as the model's values, and blank where nothing was typed in yet. */
export type FormValues = Record<string, unknown>;

const isTyped = (kind: FieldDescriptor["kind"]): boolean =>
  kind !== "number" && kind !== "seed" && kind !== "size" && kind !== "switch";

/** What a form of this model starts with: its `initial`, else the schema's default, else blank. */
export function initialValues(model: Model): FormValues {
  const initial: FormValues = model.initial ?? {};
  return Object.fromEntries(
    describeFields(model).map((field) => {
      const start = initial[field.name] ?? field.default;
      // "" and not undefined, so that an input is controlled from the first render on.
      return [
        field.name,
        start ?? (isTyped(field.kind) && field.kind !== "hidden" ? "" : undefined),
      ];
    }),
  );
}

/**
 * What a form's values say in the model's terms: a field left blank is left out. The prompt is kept when blank, so that
 * the schema refuses it: a run without one would be billed like any other.
 */
export function valuesFromForm<M extends Model>(model: M, values: FormValues): ModelValues<M> {
  const given = describeFields(model).flatMap(({ name, kind }) => {
    const value = values[name];
    const blank = value === undefined || value === null || value === "";
    return blank && kind !== "prompt" ? [] : [[name, value ?? ""] as const];
  });
  return Object.fromEntries(given) as ModelValues<M>;
}
