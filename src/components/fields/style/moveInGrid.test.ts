import { expect, test } from "vitest";
import { moveInGrid } from "./moveInGrid.ts";

/** Three columns. The second row is short, like a group's last row, and another group follows. */
const places = [
  [0, 0],
  [100, 0],
  [200, 0],
  [0, 100],
  [100, 100],
  [0, 240],
  [100, 240],
  [200, 240],
].map(([left = 0, top = 0]) => ({ left, top, width: 90 }));

test.each([
  ["ArrowRight", 0, 1],
  ["ArrowRight", 7, 7],
  ["ArrowLeft", 3, 2],
  ["ArrowLeft", 0, 0],
  ["ArrowDown", 1, 4],
  ["ArrowDown", 2, 4],
  ["ArrowDown", 4, 6],
  ["ArrowDown", 6, 6],
  ["ArrowUp", 7, 4],
  ["ArrowUp", 3, 0],
  ["ArrowUp", 2, -1],
  ["Home", 6, 0],
  ["End", 1, 7],
])("%s moves from %i to %i", (key, from, to) => {
  expect(moveInGrid(key, from, places)).toBe(to);
});

test("swaps left and right in right-to-left text", () => {
  expect(moveInGrid("ArrowLeft", 0, places, true)).toBe(1);
  expect(moveInGrid("ArrowRight", 1, places, true)).toBe(0);
});

test("ignores other keys, and all keys pressed outside the grid", () => {
  expect(moveInGrid("a", 0, places)).toBeUndefined();
  expect(moveInGrid("ArrowDown", -1, places)).toBeUndefined();
});
