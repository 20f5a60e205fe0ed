import { expect, test } from "vitest";
import { describeFields } from "../describeFields.ts";
import { parseInput } from "../parseInput.ts";
import { sdxlStyles } from "./sdxlStyles.ts";
import { sdxlTorch } from "./sdxlTorch.ts";

/** The ten styles that the model's page lists before "+94 more". */
const documented =
  "base|3d-model|analog film|anime|cinematic|comic book|craft clay|digital art|enhance|fantasy art";

test("has 104 unique grouped styles, starting with the page's ten", () => {
  const values = sdxlStyles.map(({ value }) => value);
  expect(values).toHaveLength(104);
  expect(values.slice(0, 10).join("|")).toBe(documented);
  expect(new Set(values).size).toBe(104);
  for (const { group, label } of sdxlStyles) {
    expect(group).toMatch(/^[A-Z]/);
    expect(label).toMatch(/^[A-Z0-9]/);
  }
});

test("offers all styles, and accepts each", () => {
  const style = describeFields(sdxlTorch).find(({ name }) => name === "style");
  expect(style).toMatchObject({ kind: "style", open: true, options: sdxlStyles });
  for (const { value } of sdxlStyles) {
    expect(parseInput(sdxlTorch, { prompt: "a", style: value }).ok).toBe(true);
  }
});
