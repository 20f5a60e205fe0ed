import { readFileSync } from "node:fs";
import { de } from "react-easel/labels";
import { expect, test } from "vitest";
import { sdxlTorch } from "../../../models/catalog/sdxlTorch.ts";
import { describeFields } from "../../../models/describeFields.ts";
import { translateModel } from "../../../models/translateModel.ts";
import { styleSwatch } from "./styleSwatch.ts";

const styles = describeFields(sdxlTorch).find(({ kind }) => kind === "style")?.options ?? [];

test("returns the same swatch for a style with any label", () => {
  const option = { value: "origami", group: "Papercraft" };
  expect(styleSwatch(option)).toEqual(styleSwatch({ ...option, label: "Origami" }));
});

test("keeps a swatch across languages", () => {
  const model = translateModel(sdxlTorch, de.models);
  const inGerman = describeFields(model).find(({ kind }) => kind === "style")?.options ?? [];
  expect(inGerman[0]?.group).toBe("Stability-Vorlagen");
  expect(inGerman.map(styleSwatch)).toEqual(styles.map(styleSwatch));
});

test("returns a different swatch for each of a hundred styles", () => {
  const seen = new Set(styles.map((style) => JSON.stringify(styleSwatch(style))));
  expect(seen.size).toBe(styles.length);
});

test.each([
  ["film noir", { motif: "bands", chroma: 0 }],
  ["pixel art", { motif: "pixels" }],
  ["neonpunk", { motif: "neon" }],
  ["thick layered papercut", { motif: "layers" }],
  ["a custom style", { chroma: 1 }],
])("derives the look of %s from its name", (value, look) => {
  expect(styleSwatch({ value })).toMatchObject(look);
});

test("uses only motifs of the stylesheet", () => {
  const css = readFileSync("src/styles/style-swatch.css", "utf8");
  const drawn = new Set([...css.matchAll(/data-motif="(\w+)"/g)].map(([, motif]) => motif));
  const used = new Set(styles.map((style) => styleSwatch(style).motif));
  expect([...used].filter((motif) => !drawn.has(motif))).toEqual([]);
  expect(used.size).toBe(drawn.size);
});

test("gives styles in one group similar hues", () => {
  const hues = styles
    .filter(({ group }) => group === "Papercraft")
    .map((style) => styleSwatch(style).hue);
  const spread = hues.map((hue) => Math.abs(((hue - (hues[0] ?? 0) + 540) % 360) - 180));
  expect(Math.max(...spread)).toBeLessThanOrEqual(110);
});
