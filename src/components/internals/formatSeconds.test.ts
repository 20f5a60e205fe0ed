import { expect, test } from "vitest";
import { formatSeconds } from "./formatSeconds.ts";

test.each([
  [4.24, 1, "4.2 sec"],
  [119, 0, "119 sec"],
  [120, 0, "2 min"],
  [3_540, 1, "59 min"],
  [7_203, 0, "2 hr"],
])("formats %s seconds with %s digits as %s", (seconds, digits, text) => {
  expect(formatSeconds("en", seconds, digits)).toBe(text);
});
