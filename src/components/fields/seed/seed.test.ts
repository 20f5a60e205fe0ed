import { expect, test, vi } from "vitest";
import * as z from "zod/v4";
import { defineModel } from "../../../models/defineModel.ts";
import { describeFields, type FieldDescriptor } from "../../../models/describeFields.ts";
import { newSeed, randomSeedOf, seedInText } from "./seed.ts";

function seedField(schema: z.ZodType): FieldDescriptor {
  const input = z.object({ seed: schema });
  const [field] = describeFields(
    defineModel({ id: "seeds", title: "Seeds", task: "text-to-image", input }),
  );
  if (!field) throw new Error("The model has no field.");
  return field;
}

test.each([
  ["-1 if the field accepts it", z.int().min(-1).optional(), -1],
  ["-1 if it is the default", z.int().default(-1), -1],
  ["blank if the field is optional", z.int().min(0).optional(), ""],
  ["undefined if the default is a fixed seed", z.int().min(0).default(42), undefined],
  ["undefined if a seed is required", z.int().min(0), undefined],
])("the random value is %s", (_words, schema, expected) => {
  expect(randomSeedOf(seedField(schema))).toBe(expected);
});

test("generates seeds of up to fifteen digits and more than 32 bits", () => {
  const field = seedField(z.int().min(-1).max(999_999_999_999_999));
  const seeds = Array.from({ length: 200 }, () => newSeed(field));
  for (const seed of seeds) {
    expect(Number.isSafeInteger(seed)).toBe(true);
    expect(seed).toBeGreaterThanOrEqual(0);
    expect(seed).toBeLessThanOrEqual(999_999_999_999_999);
  }
  expect(Math.max(...seeds)).toBeGreaterThan(2 ** 32);
  expect(new Set(seeds).size).toBe(200);
});

test("keeps a new seed within the field's limits", () => {
  const field = seedField(z.int().min(10).max(12));
  const seeds = new Set(Array.from({ length: 100 }, () => newSeed(field)));
  expect([...seeds].toSorted((a, b) => a - b)).toEqual([10, 11, 12]);
});

test("uses all 53 bits of a number", () => {
  const full = vi.spyOn(crypto, "getRandomValues").mockImplementation((array) => {
    (array as Uint32Array).fill(0xffffffff);
    return array;
  });
  const seed = newSeed(seedField(z.int().min(-1).max(999_999_999_999_999)));
  expect(seed).toBe(Number.MAX_SAFE_INTEGER % 1e15);
  full.mockRestore();
});

test.each([
  [" 468685\n", "468685"],
  ["Seed: 468685", "468685"],
  ["seed=1,234,567,", "1234567"],
  ["1 234 567", "1234567"],
  ["999999999999999", "999999999999999"],
  ["Seed: -1", "-1"],
  ["Steps: 20, Seed: 5", undefined],
  ["1.5", undefined],
  ["seven", undefined],
  ["", undefined],
])("reads the seed in %o as %o", (text, seed) => {
  expect(seedInText(text)).toBe(seed);
});
