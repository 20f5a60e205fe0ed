import { expect, test, vi } from "vitest";
import { payloads } from "../../../test/payloads.ts";
import { countPrompt } from "./countPrompt.ts";

test.each([
  ["", 0, 0],
  ["  a red fox ", 3, 9],
  ["a sci-fi café 🦊👨‍👩‍👧", 4, 16],
  ["赤い猫", 2, 3],
])("counts %o as %i words and %i characters", (text, words, characters) => {
  expect(countPrompt(text)).toMatchObject({ words, characters });
});

// The exact counts are from CLIP's tokenizer.
test.each([
  [payloads["sdxl-torch"]?.["prompt"], 98],
  [payloads["sdxl-torch"]?.["negative_prompt"], 54],
  [payloads["sdxl-txt2img"]?.["prompt"], 29],
  [payloads["sdxl-txt2img"]?.["negative_prompt"], 52],
  [payloads["sd2.1-txt2img"]?.["prompt"], 21],
  [payloads["sdxl-img2img"]?.["prompt"], 112],
  ["a fox", 2],
])("%s: estimates within 10% of CLIP's count", (prompt, exact) => {
  const { tokens } = countPrompt(String(prompt));
  expect(Math.abs(tokens - exact) / exact).toBeLessThan(0.1);
});

test("counts more tokens in other languages", () => {
  const { tokens } = countPrompt("Ein Leuchtturm in der Dämmerung, ruhige See");
  expect(tokens).toBeGreaterThan(7);
});

test.each([
  ["words", "red fox ", 20_000, 79_999],
  ["emoji", "👨‍👩‍👧", 0, 10_000],
  ["flags", "🇩🇪", 0, 10_000],
  ["accented letters", "e\u0301 ", 10_000, 19_999],
])("counts a long text of %s correctly across windows", (_, unit, words, characters) => {
  const segment = vi.spyOn(Intl.Segmenter.prototype, "segment");
  const text = unit.repeat(10_000);
  const counted = countPrompt(text);
  const lengths = segment.mock.calls.map(([window]) => window.length);
  segment.mockRestore();
  expect(Math.max(...lengths)).toBeLessThanOrEqual(1_000);
  expect(lengths.reduce((sum, length) => sum + length, 0)).toBeLessThan(text.length * 2.2);
  expect(counted).toMatchObject({ words, characters });
});

test.each(["can't", "1.5", "won’t"])("counts %s as one word at a window's end", (word) => {
  for (let before = 985; before < 1_005; before += 1) {
    const text = `${"a ".repeat(before / 2)}${before % 2 ? "b" : ""} ${word} ${"c ".repeat(50)}`;
    const expected = Math.floor(before / 2) + (before % 2) + 1 + 50;
    expect(countPrompt(text).words).toBe(expected);
  }
});

test("terminates for a single grapheme of any length", () => {
  expect(countPrompt(`e${"\u0301".repeat(10_000)}`).characters).toBeLessThan(20);
});
