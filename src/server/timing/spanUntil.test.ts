import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { spanUntil } from "./spanUntil.ts";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: 1_000_000 });
});

afterEach(() => {
  vi.useRealTimers();
});

test.each([
  [1_030_000, 30_000],
  [1_000_000, 0],
  [0, 0],
  [-1e300, 0],
  [NaN, 0],
  [undefined, 0],
  [1e300, 300_000],
  [Infinity, 300_000],
])("returns the time until %d as %i ms", (moment, span) => {
  expect(spanUntil(moment)).toBe(span);
});
