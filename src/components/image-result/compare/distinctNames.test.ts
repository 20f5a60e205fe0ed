import { expect, test } from "vitest";
import { distinctNames } from "./distinctNames.ts";

test.each([
  ["a red fox in snow, at night", "a red fox in the snow", "…snow, at night", "…the snow"],
  ["a red fox asleep under a tree", "a red fox", "…fox asleep under a tree", "…fox"],
  [
    "Stable Diffusion XL 1.0",
    "Stable Diffusion 2.1",
    "Stable Diffusion XL 1.0",
    "Stable Diffusion 2.1",
  ],
  ["Seed 123456789012345678901", "Seed 9", "Seed 123456789012345678901", "Seed 9"],
  [
    "a name with more than 24 characters",
    "a name with more than 24 characters",
    "…characters",
    "…characters",
  ],
  ["", "a", "", "a"],
])("shortens %j and %j", (first, second, ...expected) => {
  expect(distinctNames(first, second)).toEqual(expected);
});
