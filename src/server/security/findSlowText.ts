import type * as z from "zod/v4/core";
import type { Model } from "../../models/defineModel.ts";
import { isLinearPattern } from "./isLinearPattern.ts";
import { defOf, schemaNodes, type SchemaNode } from "./schemaNodes.ts";

/** The longest text for a pattern that may take time in proportion to the square of its length, in characters. */
export const maxSlowLength = 4_000;
/** What one such text and all names may take, or more texts that are shorter: about 50 ms. */
const maxSteps = 1.25 * maxSlowLength ** 2;

/** The pattern that a schema or check tests a text with. zod's own formats are left out: zod has them in linear time. */
function patternOf(schema: SchemaNode): RegExp | undefined {
  const { type, format, pattern } = defOf(schema);
  const own = type === "template_literal" ? schema._zod.pattern : format === "regex" && pattern;
  return own instanceof RegExp ? own : undefined;
}

const judged = new WeakMap<SchemaNode, boolean>();

/** Returns true for a schema of which any part tests texts with a pattern that may be slow. */
function hasSlowPattern(schema: SchemaNode): boolean {
  const known = judged.get(schema);
  if (known !== undefined) return known;
  const patterns = Array.from(schemaNodes(schema), patternOf);
  const isSlow = patterns.some((pattern) => pattern && !isLinearPattern(pattern));
  judged.set(schema, isSlow);
  return isSlow;
}

/** The steps that slow patterns may take for a value: for its names, and for its texts where they are tested so. */
function countSteps(value: unknown, isTested: boolean): number {
  if (typeof value === "string") return isTested ? value.length ** 2 : 0;
  if (typeof value !== "object" || value === null) return 0;
  // Which names a schema tests, zod doesn't say.
  return Object.entries(value).reduce(
    (steps, [name, inner]) => steps + name.length ** 2 + countSteps(inner, isTested),
    0,
  );
}

/**
 * Finds the field at which texts and names become too long for the model's patterns. Those of the fields before it count too,
 * so it may be short itself. A pattern can't be interrupted, and one that was written for a service's schema may take hours for
 * a megabyte.
 *
 * @param values a JSON object of bounded size and depth
 */
export function findSlowText(model: Model, values: object): string | undefined {
  const { shape, catchall } = model.input._zod.def as z.$ZodObjectDef;
  let steps = 0;
  return Object.entries(values).find(([name, value]) => {
    const schema = Object.hasOwn(shape, name) ? shape[name] : catchall;
    steps += name.length ** 2 + countSteps(value, schema !== undefined && hasSlowPattern(schema));
    return steps > maxSteps;
  })?.[0];
}
