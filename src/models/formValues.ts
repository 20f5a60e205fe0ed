import type { Model, ModelValues } from "./defineModel.ts";
import { describeFields, type FieldDescriptor } from "./describeFields.ts";

/** The names of a model's fields; of a union of models, those of any. */
export type FieldName<M extends Model = Model> = M extends Model
  ? keyof ModelValues<M> & string
  : never;

type FieldValue<M extends Model, Name extends string> = M extends Model
  ? Name extends keyof ModelValues<M>
    ? ModelValues<M>[Name]
    : never
  : never;

/** What a form holds: the model's values, and `""` for a blank. Of no model in particular, any values. */
export type FormValues<M extends Model = Model> =
  string extends FieldName<M>
    ? Record<string, unknown>
    : { readonly [Name in FieldName<M>]?: FieldValue<M, Name> | "" | undefined };

const isTyped = (kind: FieldDescriptor["kind"]): boolean =>
  kind !== "number" && kind !== "seed" && kind !== "size" && kind !== "switch";

/** The schema's default of each field, else blank. */
export function defaultValues(model: Model): FormValues {
  return Object.fromEntries(
    describeFields(model).map((field) => {
      // "" and not undefined, so that an input is controlled from the first render on.
      const blank = isTyped(field.kind) && field.kind !== "hidden" ? "" : undefined;
      return [field.name, field.default ?? blank];
    }),
  );
}

/** What a form of this model starts with: its `initial`, else the schema's default, else blank. */
export function initialValues(model: Model): FormValues {
  const initial: FormValues = model.initial ?? {};
  return Object.fromEntries(
    Object.entries(defaultValues(model)).map(([name, value]) => [name, initial[name] ?? value]),
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
