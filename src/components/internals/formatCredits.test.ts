import { expect, test } from "vitest";
import { formatCredits } from "./formatCredits.ts";

test.each([
  [1234.567, "en", "1,234.57"],
  [1234.567, "de", "1.234,57"],
  [41.2, "en", "41.2"],
  [0.0084, "en", "0.0084"],
  [0.30000000000000004, "en", "0.3"],
  [0, "en", "0"],
])("formats %d for %s as %s", (amount, locale, text) => {
  expect(formatCredits(amount, locale)).toBe(text);
});
