import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { EaselError } from "../../protocol/EaselError.ts";
import { errorResponse } from "./respond.ts";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: 1_000_000 });
});

afterEach(() => {
  vi.useRealTimers();
});

test("returns the status from the error table, the error's message, and the record's fields", async () => {
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
  ["the time in the error", 1_000_000 + 12_500, 12_500],
  ["10 seconds by default", undefined, 10_000],
  ["a second if the time has passed", 3_000, 1_000],
  ["an hour if the time is too late", 4_102_444_800_000, 3_600_000],
])("sets Retry-After of a 429 response to %s", async (_, retryAt, waitMs) => {
  const response = errorResponse(new EaselError("rate_limited", { retryAt }));
  expect(response.headers.get("retry-after")).toBe(String(Math.ceil(waitMs / 1_000)));
  expect(await response.json()).toMatchObject({ retryAt: 1_000_000 + waitMs });
});
