import { decode, encode } from "fast-png";
import { describeFields, sdxlTorch } from "react-easel/models";
import { expect, test } from "vitest";
import { paintRecipe } from "./paintRecipe.ts";
import type { ImageRecipe } from "./recipe.ts";
import { styles } from "./treatments/styles.ts";

const recipe: ImageRecipe = {
  model: "sdxl-torch",
  prompt: "a panda in a bar",
  negativePrompt: "",
  style: "base",
  seed: 7,
  width: 48,
  height: 40,
};

const paint = (change: Partial<ImageRecipe> = {}, source?: Uint8Array): string =>
  Array.from(paintRecipe({ ...recipe, ...change }, source)).join();

const pixels = (png: Uint8Array): number[] => Array.from(decode(png).data);

test("returns equal bytes for equal recipes, and different bytes for any change", () => {
  expect(paint()).toBe(paint());
  const others = [
    paint({ prompt: "a panda in a cafe" }),
    paint({ negativePrompt: "blurry" }),
    paint({ seed: 8 }),
    paint({ style: "anime" }),
    paint({ style: "a style of tomorrow" }),
    paint({ model: "sdxl-txt2img" }),
    paint({ seed: 999_999_999_999_998 }),
    paint({ seed: 999_999_999_999_999 }),
  ];
  expect(new Set([paint(), ...others]).size).toBe(others.length + 1);
});

test("returns an image of the requested size", () => {
  for (const [width, height] of [
    [48, 40],
    [1, 1],
    [3, 200],
  ] as const) {
    expect(decode(paintRecipe({ ...recipe, width, height }))).toMatchObject({ width, height });
  }
});

test("renders every style of the catalog differently", () => {
  const options = describeFields(sdxlTorch).find(({ name }) => name === "style")?.options ?? [];
  expect(new Set(options.map(({ value }) => value))).toEqual(new Set(Object.keys(styles)));
  expect(new Set(options.map(({ value }) => paint({ style: String(value) }))).size).toBe(104);
});

test.each([
  "a beach",
  "a forest",
  "a city",
  "a desert",
  "space",
  "a bar",
  "a meadow",
  "underwater",
  "an abstract",
  "a mountain lake",
  "a portrait",
  "a calico cat in a cosmonaut suit",
  "a tiger",
  "an origami bird",
  "rocks",
  "a robot",
  "a lighthouse",
  "a balloon",
  "a boat",
  "a house",
  "a cup",
  "a sunflower",
  "a woman",
  "",
])("fills the image with more than one color: %s", (prompt) => {
  const data = pixels(paintRecipe({ ...recipe, prompt }));
  expect(data.every((value) => value >= 0 && value <= 255)).toBe(true);
  expect(new Set(data).size).toBeGreaterThan(60);
});

const painted = paintRecipe({ ...recipe, prompt: "a lighthouse" });

/** Returns the mean difference between the values of two images, from 0 to 255. */
function distance(one: number[], other: number[]): number {
  return one.reduce((sum, value, at) => sum + Math.abs(value - (other[at] ?? 0)), 0) / one.length;
}

test("keeps less of the input image at higher strengths", () => {
  const at = (strength: number): number[] =>
    pixels(paintRecipe({ ...recipe, width: 9, source: { image: "data:", strength } }, painted));
  const apart = [0.1, 0.4, 0.7, 1].map((strength) => distance(at(strength), pixels(painted)));
  expect(apart[0]).toBeLessThan(6);
  expect(apart.toSorted((a, b) => a - b)).toEqual(apart);
  expect(distance(at(1), pixels(paintRecipe(recipe)))).toBe(0);
});

test("replaces an unreadable input image with one derived from its URL", () => {
  const source = { image: "https://example.com/forest.jpg", strength: 0.1 };
  const other = { image: "https://example.com/beach.jpg", strength: 0.1 };
  expect(paint({ source })).toBe(paint({ source }, new Uint8Array([1, 2, 3])));
  expect(paint({ source })).not.toBe(paint({ source: other }));
});

test("reads gray, transparent, and 16-bit input images", () => {
  for (const [channels, depth] of [
    [1, 8],
    [2, 8],
    [4, 8],
    [3, 16],
  ] as const) {
    const length = 16 * 16 * channels;
    const data =
      depth === 16 ? new Uint16Array(length).fill(65_535) : new Uint8Array(length).fill(255);
    const white = encode({ width: 16, height: 16, channels, depth, data });
    const png = paintRecipe({ ...recipe, source: { image: "data:", strength: 0.1 } }, white);
    expect(decode(png)).toMatchObject({ width: 16, height: 16 });
    expect(Math.min(...pixels(png))).toBeGreaterThan(200);
  }
});
