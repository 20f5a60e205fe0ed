import type { Model } from "../models/defineModel.ts";
import { describeFields } from "../models/describeFields.ts";
import type { FormValues } from "../models/formValues.ts";

// Bundlers replace this exact expression.
declare const process: { readonly env: { readonly NODE_ENV?: string } };

const reported = new Set<string>();

/** Reports initial values that have no field. Runs only in development. */
export function reportUnknownValues(
  values: FormValues | undefined,
  models: readonly Model[],
): void {
  if (process.env.NODE_ENV === "production" || !values) return;
  const known = new Set(models.flatMap((model) => describeFields(model).map(({ name }) => name)));
  const unknown = Object.keys(values).filter((name) => !known.has(name));
  if (unknown.length === 0) return;
  const titles = models.map(({ title }) => title).join(", ");
  const message = `Easel: a form has an initial value for ${unknown.map((name) => `"${name}"`).join(", ")}, but ${titles} has no such field, so the value is ignored. Correct the name in defaultValues or values. The fields are: ${[...known].join(", ")}.`;
  if (reported.has(message)) return;
  reported.add(message);
  console.error(message);
}
