import type * as z from "zod/v4/core";
import type { Model } from "../models/index.ts";
import { isLinearPattern } from "./isLinearPattern.ts";

/** The longest text for a pattern that may take time in proportion to the square of its length, in characters. */
export const maxSlowLength = 4_000;
/** What one such text and all names may take, or more texts that are shorter: about 50 ms. */
const maxSteps = 1.25 * maxSlowLength ** 2;

interface Node {
  readonly _zod: { readonly def: Readonly<Record<string, unknown>>; readonly pattern?: unknown };
}

const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && "_zod" in value;

/** What a schema is made of: its checks, its wrapped schema, its elements, options and fields. */
function partsOf({ _zod: { def } }: Node): readonly Node[] {
  const inner = def["type"] === "lazy" ? (def["getter"] as () => unknown)() : undefined;
  const shape = def["type"] === "object" ? (def["shape"] as Readonly<Record<string, unknown>>) : {};
  const parts: readonly unknown[] = [...Object.values(def).flat(), ...Object.values(shape), inner];
  return parts.filter(isNode);
}

/** The pattern that a schema or check tests a text with. zod's own formats are left out: zod has them in linear time. */
function patternOf({ _zod: { def, pattern } }: Node): RegExp | undefined {
  const given = def["type"] === "template_literal" ? pattern : def["pattern"];
  const isOwn = def["type"] === "template_literal" || def["format"] === "regex";
  return isOwn && given instanceof RegExp ? given : undefined;
}

const judged = new WeakMap<object, boolean>();

/** Whether any part of a schema tests texts with a pattern that may be slow. */
function hasSlowPattern(schema: Node): boolean {
  const known = judged.get(schema);
  if (known !== undefined) return known;
  const seen = new Set<Node>([schema]);
  // Grows while it is read: a recursive schema comes once.
  for (const node of seen) for (const part of partsOf(node)) seen.add(part);
  const isSlow = Array.from(seen, patternOf).some((each) => each && !isLinearPattern(each));
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
 * Finds the first field whose texts or names are too long for the model's patterns. A pattern can't be interrupted, and one written for a
 * service's schema may take hours for a megabyte.
 *
 * @param values a JSON object of bounded size and depth
 */
export function findSlowText(model: Model, values: object): string | undefined {
  const { shape, catchall } = model.input._zod.def as z.$ZodObjectDef;
  let steps = 0;
  return Object.entries(values).find(([name, value]) => {
    const schema: unknown = Object.hasOwn(shape, name) ? shape[name] : catchall;
    steps += name.length ** 2 + countSteps(value, isNode(schema) && hasSlowPattern(schema));
    return steps > maxSteps;
  })?.[0];
}
