import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { BackendJob } from "../backends/backend.ts";
import { createLargeResults } from "./createLargeResults.ts";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date", "performance"] });
});

afterEach(() => {
  vi.useRealTimers();
});

const record = (requestId: string): BackendJob => ({ requestId, state: "completed" });

function setUp(lengths: Readonly<Record<string, number>>) {
  const results = createLargeResults(100);
  for (const [id, length] of Object.entries(lengths)) results.keep(id, record(id), length);
  return { results, kept: () => Object.keys(lengths).filter((id) => results.get(id)) };
}

test("evicts the oldest results beyond the limit", () => {
  expect(setUp({ first: 40, second: 40, third: 40 }).kept()).toEqual(["second", "third"]);
});

test("ignores a result that is larger than the limit", () => {
  expect(setUp({ first: 40, second: 101 }).kept()).toEqual(["first"]);
});

test("counts a result that is stored again once, and drops it after ten minutes", () => {
  const { results, kept } = setUp({ first: 60, second: 30 });
  results.keep("first", record("first"), 70);
  expect(kept()).toEqual(["first", "second"]);
  vi.advanceTimersByTime(600_000);
  expect(kept()).toEqual([]);
  results.keep("third", record("third"), 100);
  expect(results.get("third")).toEqual(record("third"));
});
