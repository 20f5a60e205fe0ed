import * as z from "zod/v4/core";
import type { Model, ModelValues } from "./defineModel.ts";
import {
  coreOf,
  fixField,
  narrowField,
  type NarrowedField,
  type Range,
  type Scalar,
} from "./narrowField.ts";
import { withFields } from "./withFields.ts";

export type FieldLimit<Value = unknown> =
  | { readonly min: number; readonly max?: number }
  | { readonly max: number }
  | { readonly values: readonly NonNullable<Value>[] }
  | { readonly fixed: NonNullable<Value> };

export type FieldLimits<M extends Model> = {
  readonly [Name in keyof ModelValues<M>]?: FieldLimit<ModelValues<M>[Name]>;
};

type Fail = (problem: string) => never;

function checkValues(field: z.$ZodType, values: unknown, fail: Fail): readonly Scalar[] {
  if (!Array.isArray(values) || values.length === 0) {
    return fail("has no values to choose from. List at least one value in { values }.");
  }
  for (const value of values as readonly unknown[]) {
    const isScalar = ["string", "number", "boolean"].includes(typeof value);
    if (!isScalar || !z.safeParse(field, value).success) {
      fail(`doesn't accept ${JSON.stringify(value)}. Remove that value from the limit.`);
    }
  }
  return values as Scalar[];
}

function checkRange(range: object, fail: Fail): Range {
  const edges = Object.entries(range) as [string, unknown][];
  const wrong = edges.find(([name, edge]) => !/^(min|max)$/.test(name) || !Number.isFinite(edge));
  if (edges.length > 0 && !wrong) return range;
  const shown = wrong ? `${wrong[0]}: ${String(wrong[1])}` : "";
  return fail(
    `has the limit { ${shown} }, which has no effect. Use { min, max } with numbers, { values }, or { fixed }.`,
  );
}

function narrow(field: z.$ZodType, fieldLimit: object, fail: Fail): NarrowedField {
  const { type } = coreOf(field)._zod.def;
  if (type === "pipe" || type === "catch") {
    fail(
      "transforms its value, so a limit might not apply to the result. Set the limit in the schema.",
    );
  }
  const [[kind, value] = [], more] = Object.entries(fieldLimit) as [string, unknown][];
  if (kind === "fixed" && !more) {
    const [fixed = ""] = checkValues(field, [value], fail);
    return fixField(field, fixed);
  }
  const narrowed = narrowField(
    field,
    kind === "values" && !more
      ? { values: checkValues(field, value, fail) }
      : checkRange(fieldLimit, fail),
  );
  if (narrowed?.schema === field) fail("can't have a range. Use { values } or { fixed }.");
  return narrowed ?? fail("accepts no value within these limits. Widen the limits.");
}

/**
 * Returns a copy of a model with narrower limits. `{ min, max }` limits a number, `{ values }` limits a list of
 * options, and `{ fixed }` hides the field and always sends one value. Defaults and values in `initial` and `example`
 * that are no longer allowed are replaced with the nearest allowed value.
 *
 * @example
 * const models = [
 *   limitModel(sdxlTorch, {
 *     samples: { max: 2 },
 *     style: { values: ["base", "anime"] },
 *     refiner: { fixed: false },
 *   }),
 * ];
 *
 * @throws TypeError for an unknown field, a limit that changes nothing or allows no value, or a field that transforms
 * its input
 */
export function limitModel<M extends Model>(model: M, limits: FieldLimits<M>): M {
  const { shape } = model.input._zod.def;
  const fields = new Map<string, NarrowedField>();
  for (const [name, fieldLimit] of Object.entries(limits) as [string, object | undefined][]) {
    const fail: Fail = (problem) => {
      throw new TypeError(`limitModel: "${name}" of "${model.id}" ${problem}`);
    };
    const field = Object.hasOwn(shape, name) ? shape[name] : undefined;
    if (!field) fail("doesn't exist, so nothing would be limited. Use a field of the model.");
    else fields.set(name, narrow(field, fieldLimit ?? {}, fail));
  }
  const schemas = Array.from(fields, ([name, { schema }]) => [name, schema] as const);
  const input = withFields(model.input, Object.fromEntries(schemas));

  const fitAll = (values: object): object =>
    Object.fromEntries(
      Object.entries(values).map(([name, value]) => [name, fields.get(name)?.fit(value) ?? value]),
    );
  const { initial, example } = model;
  return {
    ...model,
    input,
    ...(initial ? { initial: fitAll(initial) } : {}),
    ...(example ? { example: fitAll(example) } : {}),
  };
}
