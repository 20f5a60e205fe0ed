import type { Model } from "../models/defineModel.ts";
import { describeFields } from "../models/describeFields.ts";
import type { FormValues } from "../models/formValues.ts";

// Bundlers replace only the exact expression `process.env.NODE_ENV`.
declare const process: { readonly env: { readonly NODE_ENV?: string } };

const reported = new Set<string>();

/** In development, logs the names of initial values that don't belong to a field of any model. */
export function reportUnknownValues(
  values: FormValues | undefined,
  models: readonly Model[],
): void {
  if (process.env.NODE_ENV === "production" || !values) return;
  const known = new Set(models.flatMap((model) => describeFields(model).map(({ name }) => name)));
  const unknown = Object.keys(values).filter((name) => !known.has(name));
  if (unknown.length === 0) return;
  const titles = models.map(({ title }) => title).join(", ");
  const message = `Easel: a form ignores the initial values for ${unknown.map((name) => `"${name}"`).join(", ")}, because there are no such fields in ${titles}. Correct the names in defaultValues or values. The fields are: ${[...known].join(", ")}.`;
  if (reported.has(message)) return;
  reported.add(message);
  console.error(message);
}
