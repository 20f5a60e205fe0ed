import type * as z from "zod/v4/core";
import type { Model } from "../../models/defineModel.ts";
import { isLinearPattern } from "./isLinearPattern.ts";
import { defOf, schemaNodes, type SchemaNode } from "./schemaNodes.ts";

/** Maximum length of a text to match against a pattern whose matching time may grow quadratically. */
export const maxSlowLength = 4_000;
const maxSteps = 1.25 * maxSlowLength ** 2;

/** Returns the field at which pattern matching takes too long in total. A megabyte of text can take hours. */
export type FindSlowText = (model: Model, values: object) => string | undefined;

/** Returns a schema's custom pattern. Ignores zod's built-in formats, which match in linear time. */
function patternOf(schema: SchemaNode): RegExp | undefined {
  const { type, format, pattern } = defOf(schema);
  const own = type === "template_literal" ? schema._zod.pattern : format === "regex" && pattern;
  return own instanceof RegExp ? own : undefined;
}

function countSteps(value: unknown, isTested: boolean): number {
  if (typeof value === "string") return isTested ? value.length ** 2 : 0;
  if (typeof value !== "object" || value === null) return 0;
  // Counts all property names, because zod doesn't expose which names a schema matches against a pattern.
  return Object.entries(value).reduce(
    (steps, [name, inner]) => steps + name.length ** 2 + countSteps(inner, isTested),
    0,
  );
}

export function createSlowTextCheck(): FindSlowText {
  const slowSchemas = new WeakMap<SchemaNode, boolean>();

  function hasSlowPattern(schema: SchemaNode): boolean {
    const known = slowSchemas.get(schema);
    if (known !== undefined) return known;
    const patterns = Array.from(schemaNodes(schema), patternOf);
    const isSlow = patterns.some((pattern) => pattern && !isLinearPattern(pattern));
    slowSchemas.set(schema, isSlow);
    return isSlow;
  }

  return (model, values) => {
    const { shape, catchall } = model.input._zod.def as z.$ZodObjectDef;
    let steps = 0;
    return Object.entries(values).find(([name, value]) => {
      const schema = Object.hasOwn(shape, name) ? shape[name] : catchall;
      steps += name.length ** 2 + countSteps(value, schema !== undefined && hasSlowPattern(schema));
      return steps > maxSteps;
    })?.[0];
  };
}
