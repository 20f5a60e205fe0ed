import { expect, test } from "vitest";
import { imageFileName } from "./imageFileName.ts";

const file = { prompt: "A red fox!", seed: "42", index: 0, count: 1, contentType: "image/png" };

test("is made of the prompt and the seed", () => {
  expect(imageFileName(file)).toBe("a-red-fox-42.png");
});

test("numbers several images from 1", () => {
  expect(imageFileName({ ...file, index: 1, count: 4 })).toBe("a-red-fox-42-2.png");
});

test("takes its ending from the type, parameters aside", () => {
  expect(imageFileName({ ...file, contentType: "image/jpeg" })).toBe("a-red-fox-42.jpg");
  expect(imageFileName({ ...file, contentType: "image/webp; q=1" })).toBe("a-red-fox-42.webp");
});

test("keeps letters of every script and no path characters", () => {
  expect(imageFileName({ ...file, prompt: "../Füchse/в лесу" })).toBe("füchse-в-лесу-42.png");
});

test("stays short, and has a name without a prompt or a seed", () => {
  const long = imageFileName({ ...file, prompt: "word ".repeat(100) });
  expect(long.length).toBeLessThan(60);
  expect(imageFileName({ ...file, prompt: "!!", seed: undefined })).toBe("image.png");
});

test("a prompt that is one long word still names its file", () => {
  expect(imageFileName({ ...file, prompt: "山".repeat(200) })).toMatch(/^山+-42\.png$/);
});
