import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { EaselError } from "../../protocol/EaselError.ts";
import { errorResponse } from "./respond.ts";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: 1_000_000 });
});

afterEach(() => {
  vi.useRealTimers();
});

test("an error has the table's status, its own words, and the fields of the record that it is about", async () => {
  const error = new EaselError("run_failed", { message: "Out of memory" });
  const response = errorResponse(error, { status: "FAILED", error: "as the service has it" });
  expect(response.status).toBe(422);
  expect(response.headers.has("retry-after")).toBe(false);
  expect(await response.json()).toEqual({
    status: "FAILED",
    error: "Out of memory",
    code: "run_failed",
    charged: "no",
    retry: "safe",
  });
});

test.each<[string, number | undefined, number]>([
  ["the moment that is known", 1_000_000 + 12_500, 12_500],
  ["a few seconds when none is", undefined, 10_000],
  ["a second when it has passed", 3_000, 1_000],
  ["an hour when a clock is wrong", 4_102_444_800_000, 3_600_000],
])("a 429 says to come back after %s", async (_, retryAt, waitMs) => {
  const response = errorResponse(new EaselError("rate_limited", { retryAt }));
  expect(response.headers.get("retry-after")).toBe(String(Math.ceil(waitMs / 1_000)));
  expect(await response.json()).toMatchObject({ retryAt: 1_000_000 + waitMs });
});
