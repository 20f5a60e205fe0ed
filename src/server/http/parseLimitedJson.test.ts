import * as fc from "fast-check";
import { expect, test } from "vitest";
import { countJson } from "./parseLimitedJson.ts";

const unlimited = { values: Infinity, depth: Infinity };
const bytesOf = (text: string) => new TextEncoder().encode(text);
const count = (text: string) => countJson(bytesOf(text), unlimited);

test.each<[string, number, number]>([
  ["1", 1, 0],
  ['"[{,"', 1, 0],
  [String.raw`"\"[,\\"`, 1, 0],
  ["[1,2]", 3, 1],
  ['{"a":[{"b":1},"]"]}', 5, 3],
  ["[[],[]]", 5, 2],
])("counts the values and the depth of %s", (text, values, depth) => {
  expect(count(text)).toEqual({ values, depth });
});

function measure(value: unknown): { values: number; depth: number } {
  if (typeof value !== "object" || value === null) return { values: 1, depth: 0 };
  const inner = Object.values(value).map(measure);
  return {
    values: inner.reduce((sum, each) => sum + each.values, 1),
    depth: 1 + Math.max(0, ...inner.map((each) => each.depth)),
  };
}

test("never counts less than JSON.parse builds, and the same depth", () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 6 }), (text) => {
      const counted = count(text);
      const built = measure(JSON.parse(text));
      expect(counted.depth).toBe(built.depth);
      expect(counted.values).toBeGreaterThanOrEqual(built.values);
    }),
  );
});

/** Counts the bytes that are read. */
function watched(text: string): { readonly bytes: Uint8Array; readonly reads: () => number } {
  const read = new Set<PropertyKey>();
  const bytes = new Proxy(bytesOf(text), {
    get(target, name) {
      if (name !== "length") read.add(name);
      return Reflect.get(target, name, target) as unknown;
    },
  });
  return { bytes, reads: () => read.size };
}

test.each([
  ["values", "[1" + ",1".repeat(1_000) + "]"],
  ["depth", "[".repeat(1_000)],
])("stops reading once there are too many %s", (name, text) => {
  const { bytes, reads } = watched(text);
  const size = countJson(bytes, { values: 100, depth: 20 });
  expect(size).toMatchObject(name === "depth" ? { depth: 21 } : { values: 101 });
  expect(reads()).toBeLessThan(220);
});
