import { expect, test } from "vitest";
import { isFinalState, readJobState } from "./jobState.ts";

test.each([
  ["QUEUED", "queued", false],
  ["PROCESSING", "processing", false],
  ["COMPLETED", "completed", true],
  ["FAILED", "failed", true],
  ["Completed", "completed", true],
  ["queued", "queued", false],
  ["WARMING_UP", "processing", false],
  ["", "processing", false],
  ["constructor", "processing", false],
  ["__proto__", "processing", false],
])("%j is %s", (word, state, final) => {
  expect(readJobState(word)).toBe(state);
  expect(isFinalState(readJobState(word))).toBe(final);
});
