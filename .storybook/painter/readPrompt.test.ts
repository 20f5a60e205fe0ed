import { expect, test } from "vitest";
import { payloads } from "../../test/payloads.ts";
import { createRandom } from "./random.ts";
import { readPrompt } from "./readPrompt.ts";

const read = (words: string): string => {
  const { scene, subject } = readPrompt(words.toLowerCase(), createRandom(words));
  return `${scene.name}: ${subject?.name ?? "no subject"}`;
};

test.each([
  ["two pandas in a café", "bar: animal"],
  ["a red fox in the woods", "forest: animal"],
  ["a lighthouse on the coast", "sea: lighthouse"],
  ["a sailing boat at sunset", "sea: boat"],
  ["flowers in a field", "meadow: no subject"],
  ["an astronaut", "space: person"],
  ["snowy mountains", "mountains: no subject"],
  ["delicate light on a start line in the city", "city: no subject"],
  ["the worship of a bearded hero by the sea", "sea: no subject"],
])('reads the scene and subject of "%s": %s', (words, shown) => {
  expect(read(words)).toBe(shown);
});

test("reads the subjects of the service's examples", () => {
  const prompts = Object.values(payloads).map(({ prompt }) => String(prompt));
  expect(prompts.map(read)).toEqual([
    "bar: animal",
    "sea: rocks",
    "space: animal",
    "forest: origamiBird",
  ]);
});
