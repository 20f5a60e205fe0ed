import { afterEach, expect, test, vi } from "vitest";
import { sdxlTorch } from "../catalog/sdxlTorch.ts";
import { mayBeRecipe } from "../recipes/mayBeRecipe.ts";
import { readRecipe } from "../recipes/readRecipe.ts";
import { readRecipeLink } from "../recipes/recipeLink.ts";

afterEach(() => {
  vi.restoreAllMocks();
});

/** Counts character reads and slices of a text. */
function workOf(act: () => unknown): number {
  const spies = (["charAt", "charCodeAt", "slice", "indexOf", "toLowerCase"] as const).map((name) =>
    vi.spyOn(String.prototype, name),
  );
  const before = spies.reduce((sum, { mock }) => sum + mock.calls.length, 0);
  act();
  const after = spies.reduce((sum, { mock }) => sum + mock.calls.length, 0);
  vi.restoreAllMocks();
  return after - before;
}

const head = "p\nSteps: 2, Sampler: Euler a, Seed: 1, ";
const texts: readonly (readonly [name: string, make: (count: number) => string])[] = [
  ["open brackets", (count) => head + "a: [, ".repeat(count)],
  ["only open brackets", (count) => "a: [, ".repeat(count)],
  ["open quotes", (count) => head + 'a: ", '.repeat(count)],
  ["nested brackets", (count) => `${head}${"a: [, ".repeat(count)}${"]".repeat(count)} z`],
  ["text after lists", (count) => head + "a: [1] b, ".repeat(count)],
  ["escaped quotes", (count) => `${head}a: "${'\\"'.repeat(count)}`],
  ["one name", (count) => head + "Seed: 1, ".repeat(count)],
  [
    "many names",
    (count) => head + Array.from({ length: count }, (_, at) => `a${at}: 1`).join(", "),
  ],
  ["blanks", (count) => `${head}a: [1]${" ".repeat(count)}x`],
  ["lines", (count) => `${"\n".repeat(count)}${head}`],
  ["members", (count) => `{"prompt":"a","seed":1${',"x":[{}]'.repeat(count)}}`],
  ["open objects", (count) => '{"a":'.repeat(count)],
  ["open strings", (count) => `{"prompt":"a","seed":1,${'"\\"'.repeat(count)}`],
  [
    "a graph full of links",
    (count) =>
      `{${Array.from(
        { length: count },
        (_, at) =>
          `"${at}":{"class_type":"KSampler","inputs":{"seed":["${at + 1}",0],"positive":["${at + 1}",0],"text":["${at + 1}",0],"latent_image":["${at + 1}",0]}}`,
      ).join(",")}}`,
  ],
];

test.each(texts)("takes time proportional to the text: %s", (_, make) => {
  const read = (count: number) => workOf(() => readRecipe(make(count), [sdxlTorch]));
  const [once, twice] = [read(1_000), read(2_000)];
  expect(twice).toBeLessThan(once * 2.2 + 200);
});

test.each(["Size: 1x1, ", "Size: 1024x1024, ", "Sampler: x, ", "CFG scale: x, "])(
  "validates only a few of many settings for one field: %s",
  (setting) => {
    const shapes = Object.values(sdxlTorch.input._zod.def.shape);
    const runs = shapes.map(({ _zod }) => vi.spyOn(_zod, "run"));
    readRecipe(head + setting.repeat(4_000), [sdxlTorch]);
    expect(runs.reduce((sum, { mock }) => sum + mock.calls.length, 0)).toBeLessThan(200);
  },
);

test("reads a 60 kB link in linear time", () => {
  const link = (count: number) =>
    `https://app.example/#easel-recipe=${encodeURIComponent("a: [, ".repeat(count))}`;
  const work = workOf(() => readRecipeLink(link(6_000), [sdxlTorch]));
  expect(work).toBeLessThan(link(6_000).length * 5);
});

test("ignores text over a million characters", () => {
  const text = `${head}a: ${"x".repeat(1_000_000)}`;
  expect(workOf(() => readRecipe(text, [sdxlTorch]))).toBe(0);
  expect(readRecipe(text, [sdxlTorch])).toBeUndefined();
});

test.each([
  "a\nSteps: 20, Seed: 5, Size: 3x3",
  "a, Version: Easel",
  "a\nsampler: x, y: z, CFG scale : 7",
  ' {"prompt":"a","seed":5}',
])("accepts %o", (text) => {
  expect(mayBeRecipe(text)).toBe(true);
});

test.each(["a fox", "a sign that says Steps: 20", "mood: calm, light: soft"])(
  "rejects %o",
  (text) => {
    expect(mayBeRecipe(text)).toBe(false);
    expect(readRecipe(text, [sdxlTorch])).toBeUndefined();
  },
);
