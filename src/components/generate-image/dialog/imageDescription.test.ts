import { expect, test } from "vitest";
import { imageDescription } from "./imageDescription.ts";

test.each([
  ["a (red fox:1.3) in [deep] snow", "a red fox in deep snow"],
  ["an  owl,\n ((at night))", "an owl, at night"],
  ["", ""],
])("removes the weights from %j", (prompt, alt) => {
  expect(imageDescription(prompt)).toBe(alt);
});
