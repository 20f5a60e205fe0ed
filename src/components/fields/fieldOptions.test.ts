import { expect, test } from "vitest";
import { findOption, groupOptions, searchOptions } from "./fieldOptions.ts";

const options = [
  { value: "analog film", label: "Analog film", group: "Presets" },
  { value: "tilt-shift", group: "Photography" },
  { value: "café", group: "Photography" },
  { value: 16 },
];

test.each([
  ["", 4],
  ["FILM", 1],
  ["tilt shift", 1],
  ["cafe", 1],
  ["photo", 2],
  ["shift photo", 1],
  ["16", 1],
  ["nothing", 0],
])("a search for %o finds %i options", (query, count) => {
  expect(searchOptions(options, query)).toHaveLength(count);
});

test("returns labels that start with the query first, then labels that contain it", () => {
  const styles = [
    { value: "a", label: "Collage", group: "Papercraft" },
    { value: "b", label: "Flat papercut", group: "Papercraft" },
    { value: "c", label: "Paper quilling", group: "Papercraft" },
  ];
  expect(searchOptions(styles, "paper").map(({ value }) => value)).toEqual(["c", "b", "a"]);
});

test("finds a number by its text, because an element's value is text", () => {
  expect(findOption(options, "16")?.value).toBe(16);
  expect(findOption(options, 16)?.value).toBe(16);
  expect(findOption(options, "")).toBeUndefined();
});

test("orders headings by first appearance", () => {
  expect(groupOptions(options).map(([heading, own]) => [heading, own.length])).toEqual([
    ["Presets", 1],
    ["Photography", 2],
    [undefined, 1],
  ]);
});
