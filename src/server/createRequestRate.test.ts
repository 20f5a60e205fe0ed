import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createRequestRate } from "./createRequestRate.ts";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: 0 });
});

afterEach(() => {
  vi.useRealTimers();
});

test("the one too many is told when the minute ends, and each caller has a minute of its own", () => {
  const count = createRequestRate(2);
  expect([count("ada"), count("ada")]).toEqual([undefined, undefined]);
  vi.setSystemTime(20_000);
  expect(count("ada")).toBe(60_000);
  expect(count("bob")).toBeUndefined();
  vi.setSystemTime(60_000);
  expect(count("ada")).toBeUndefined();
});

test("it counts on for those who are there while others come and go", () => {
  const count = createRequestRate(1);
  count("ada");
  for (let visitor = 0; visitor < 5_000; visitor += 1) count(`visitor ${visitor}`);
  expect(count("ada")).toBe(60_000);
});
