import { expect, test } from "vitest";
import { imageFileName } from "./imageFileName.ts";

const file = { prompt: "A red fox!", seed: "42", index: 0, count: 1, contentType: "image/png" };

test("combines the prompt and the seed", () => {
  expect(imageFileName(file)).toBe("a-red-fox-42.png");
});

test("numbers several images from 1", () => {
  expect(imageFileName({ ...file, index: 1, count: 4 })).toBe("a-red-fox-42-2.png");
});

test("derives the extension from the type, without its parameters", () => {
  expect(imageFileName({ ...file, contentType: "image/jpeg" })).toBe("a-red-fox-42.jpg");
  expect(imageFileName({ ...file, contentType: "image/webp; q=1" })).toBe("a-red-fox-42.webp");
});

test("keeps letters of any script and removes path characters", () => {
  expect(imageFileName({ ...file, prompt: "../Füchse/в лесу" })).toBe("füchse-в-лесу-42.png");
});

test("limits the length, and falls back to a default name", () => {
  const long = imageFileName({ ...file, prompt: "word ".repeat(100) });
  expect(long.length).toBeLessThan(60);
  expect(imageFileName({ ...file, prompt: "!!", seed: undefined })).toBe("image.png");
});

test("shortens a prompt that is one long word", () => {
  expect(imageFileName({ ...file, prompt: "山".repeat(200) })).toMatch(/^山+-42\.png$/);
});
