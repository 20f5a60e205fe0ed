import { expect, test } from "vitest";
import { describeFields, sdxlTorch } from "../models/index.ts";
import { styleSwatch } from "./styleSwatch.ts";

const styles = describeFields(sdxlTorch).find(({ kind }) => kind === "style")?.options ?? [];

test("the same style has the same swatch, whatever it is called", () => {
  const option = { value: "origami", group: "Papercraft" };
  expect(styleSwatch(option)).toEqual(styleSwatch({ ...option, label: "Origami" }));
});

test("a hundred styles have swatches that the eye can tell apart", () => {
  const looks = new Set(styles.map((style) => JSON.stringify(styleSwatch(style))));
  const motifs = new Set(styles.map((style) => styleSwatch(style).motif));
  expect(looks.size).toBe(styles.length);
  expect(motifs.size).toBe(10);
});

test("styles of one heading lie near to each other on the wheel", () => {
  const hues = styles
    .filter(({ group }) => group === "Papercraft")
    .map((style) => styleSwatch(style).hue);
  const spread = hues.map((hue) => Math.abs(((hue - (hues[0] ?? 0) + 540) % 360) - 180));
  expect(Math.max(...spread)).toBeLessThanOrEqual(110);
});
