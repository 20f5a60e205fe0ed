import { expect, test } from "vitest";
import { distinctNames } from "./distinctNames.ts";

test.each([
  ["Stable Diffusion XL 1.0", "Stable Diffusion 2.1", "…XL 1.0", "…2.1"],
  ["a red fox in snow", "a red fox in the snow", "…snow", "…the snow"],
  ["a red fox", "a red fox at night", "…fox", "…fox at night"],
  ["Image 1 of 4", "Image 2 of 4", "Image 1 of 4", "Image 2 of 4"],
  ["Seed 5", "Seed 9", "Seed 5", "Seed 9"],
  ["the same name", "the same name", "…name", "…name"],
  ["", "a", "", "a"],
])("shortens %j and %j", (first, second, ...expected) => {
  expect(distinctNames(first, second)).toEqual(expected);
});
