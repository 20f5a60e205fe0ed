import type { Model, ModelValues } from "./defineModel.ts";
import type { FieldKind } from "./describeField.ts";
import { describeFields } from "./describeFields.ts";

export type FieldName<M extends Model = Model> = M extends Model
  ? keyof ModelValues<M> & string
  : never;

type FieldValue<M extends Model, Name extends string> = M extends Model
  ? Name extends keyof ModelValues<M>
    ? ModelValues<M>[Name]
    : never
  : never;

/** Values of a model's form. A blank field may have the value `""`. For the generic `Model`, values aren't typed. */
export type FormValues<M extends Model = Model> =
  string extends FieldName<M>
    ? Record<string, unknown>
    : { readonly [Name in FieldName<M>]?: FieldValue<M, Name> | "" | undefined };

const kindsWithoutText = new Set<FieldKind>(["number", "seed", "size", "switch", "hidden"]);

export function defaultValues(model: Model): FormValues {
  return Object.fromEntries(
    describeFields(model).map((field) => {
      // An empty string keeps inputs controlled from the first render.
      const blank = kindsWithoutText.has(field.kind) ? undefined : "";
      return [field.name, field.default ?? blank];
    }),
  );
}

export function initialValues(model: Model): FormValues {
  const initial: FormValues = model.initial ?? {};
  return Object.fromEntries(
    Object.entries(defaultValues(model)).map(([name, value]) => [name, initial[name] ?? value]),
  );
}

/**
 * Omits blank values except prompts. A blank prompt is kept so that validation can reject it and avoid a charge. A fixed
 * field's value becomes its default, because the user can't see or correct another value.
 */
export function valuesFromForm<M extends Model>(model: M, values: FormValues): ModelValues<M> {
  const entries = describeFields(model).flatMap(({ name, kind, fixed, default: preset }) => {
    const value = values[name];
    const blank = value === undefined || value === null || value === "";
    if (blank) return kind === "prompt" ? [[name, ""] as const] : [];
    return [[name, fixed ? preset : value] as const];
  });
  return Object.fromEntries(entries) as ModelValues<M>;
}
