import { expect, test } from "vitest";
import { moveInRows } from "./moveInRows.ts";

const move = (key: string, from: number, command = false) =>
  moveInRows({ key, command, from, last: 9, page: 4 });

test.each([
  ["ArrowDown", 3, 4],
  ["ArrowDown", 9, 9],
  ["ArrowUp", 0, 0],
  ["PageDown", 3, 7],
  ["PageDown", 8, 9],
  ["PageUp", 2, 0],
  ["Home", 5, undefined],
  ["x", 5, undefined],
])("%s moves from %d to %s", (key, from, to) => {
  expect(move(key, from)).toBe(to);
});

test("moves to the first and last row on Home and End with Ctrl or Cmd", () => {
  expect(move("Home", 5, true)).toBe(0);
  expect(move("End", 5, true)).toBe(9);
});
