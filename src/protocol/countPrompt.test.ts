import { expect, test } from "vitest";
import { payloads } from "../../test/payloads.ts";
import { countPrompt } from "./index.ts";

test.each([
  ["", 0, 0],
  ["  a red fox ", 3, 9],
  ["a sci-fi café 🦊👨‍👩‍👧", 4, 16],
  ["赤い猫", 2, 3],
])("%o has %i words and %i characters", (text, words, characters) => {
  expect(countPrompt(text)).toMatchObject({ words, characters });
});

// Counted with CLIP's own vocabulary.
test.each([
  [payloads["sdxl-torch"]?.["prompt"], 98],
  [payloads["sdxl-torch"]?.["negative_prompt"], 54],
  [payloads["sdxl-txt2img"]?.["prompt"], 29],
  [payloads["sdxl-txt2img"]?.["negative_prompt"], 52],
  [payloads["sd2.1-txt2img"]?.["prompt"], 21],
  [payloads["sdxl-img2img"]?.["prompt"], 112],
  ["a fox", 2],
])("%s: the estimate lies within a tenth of CLIP's own count", (prompt, exact) => {
  const { tokens } = countPrompt(String(prompt));
  expect(Math.abs(tokens - exact) / exact).toBeLessThan(0.1);
});

test("words of other languages come apart", () => {
  const { tokens } = countPrompt("Ein Leuchtturm in der Dämmerung, ruhige See");
  expect(tokens).toBeGreaterThan(7);
});
