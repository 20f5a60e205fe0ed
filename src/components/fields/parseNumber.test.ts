import { expect, test } from "vitest";
import { parseNumber } from "./parseNumber.ts";

test.each([
  ["7.5", 7.5],
  ["7,5", 7.5],
  [" 12 ", 12],
  ["−3", -3],
  [".5", 0.5],
  ["1.", 1],
  ["1e3", 1000],
  ["0", 0],
  ["٧٫٥", 7.5],
  ["۱۲", 12],
  ["１２．５", 12.5],
  ["－３", -3],
  ["999999999999999", 999_999_999_999_999],
])("parses %s as %d", (text, number) => {
  expect(parseNumber(text)).toBe(number);
});

test.each(["", "abc", "1,000.5", "0x10", "Infinity", "-", "1 2"])(
  "returns %s as text for the schema to reject",
  (text) => {
    expect(parseNumber(text)).toBe(text);
  },
);
