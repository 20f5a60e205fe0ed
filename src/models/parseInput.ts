import * as z from "zod/v4/core";
import type { Model, ModelInput } from "./defineModel.ts";
import { issueWords } from "./issueWords.ts";

export type ParsedInput<M extends Model> =
  | { readonly ok: true; readonly input: ModelInput<M> }
  | { readonly ok: false; readonly fields: Readonly<Record<string, string>> };

/** A name that the model has not: left out in silence it would hide a typing error that costs a run. */
function strayKeys(model: Model, values: object): string[] {
  const { shape, catchall } = model.input._zod.def;
  if (catchall && (catchall as z.$ZodTypes)._zod.def.type !== "never") return [];
  return Object.keys(values).filter((key) => !Object.hasOwn(shape, key));
}

/**
 * Checks what is to be sent against the model's own schema, in the form and in the handler alike, and fills its
 * defaults in. Nothing is coerced: the text "4" is not the number 4.
 *
 * @returns the input, or `fields`: for each refused field one sentence to show beside it. Never throws on bad input.
 */
export function parseInput<M extends Model>(model: M, values: unknown): ParsedInput<M> {
  if (typeof values !== "object" || values === null || Array.isArray(values)) {
    return { ok: false, fields: { "": "The input must be an object with the model's fields." } };
  }
  const fields: Record<string, string> = {};
  const stray = strayKeys(model, values);
  for (const key of stray) {
    fields[key] = `${model.title} has no such field.`;
  }
  const parsed = z.safeParse(model.input, values, { error: issueWords });
  for (const issue of parsed.error?.issues ?? []) {
    const name = String(issue.path[0] ?? "");
    if (issue.code !== "unrecognized_keys") fields[name] ??= issue.message;
  }
  return parsed.success && stray.length === 0
    ? { ok: true, input: parsed.data as ModelInput<M> }
    : { ok: false, fields };
}
