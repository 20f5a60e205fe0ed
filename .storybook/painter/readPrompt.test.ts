import { catalog } from "react-easel/models";
import { expect, test } from "vitest";
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

test("reads the subjects of the models' examples", () => {
  const prompts = catalog.map(({ example }) => (example as { prompt: string }).prompt);
  expect(prompts.map(read)).toEqual([
    "bar: animal",
    "sea: rocks",
    "space: animal",
    "forest: origamiBird",
  ]);
});
