import { expect, test, vi } from "vitest";
import { EaselError } from "./EaselError.ts";
import { errorTable } from "./errorTable.ts";

test("defaults to the error table's values", () => {
  const error = new EaselError("run_failed");
  expect(error).toBeInstanceOf(Error);
  expect(error).toMatchObject({
    name: "EaselError",
    code: "run_failed",
    message: errorTable.run_failed.message,
    charged: "no",
    retry: "safe",
    remedy: `${errorTable.run_failed.remedy} It's safe to try again.`,
    status: undefined,
    retryAt: undefined,
    fields: undefined,
    requestId: undefined,
  });
});

test("prefers given values", () => {
  const cause = new Error("socket");
  const init = {
    message: "No.",
    status: 418,
    charged: "unknown",
    retry: "unsafe",
    retryAt: 5,
    fields: { prompt: "Write a prompt." },
    requestId: "r",
    attemptId: "a",
    cause,
  } as const;
  expect(new EaselError("network", init)).toMatchObject(init);
});

test("adds only the fields passed to with()", () => {
  const init = {
    message: "Slowly.",
    status: 429,
    charged: "unknown",
    retry: "unsafe",
    retryAt: 7,
    fields: { a: "b" },
    requestId: "r",
    cause: "why",
  } as const;
  const error = new EaselError("rate_limited", init);
  const about = error.with({ attemptId: "a" });
  expect(about).toMatchObject({ ...init, attemptId: "a" });
  expect(about.with({ requestId: undefined })).toMatchObject({ requestId: "r", attemptId: "a" });
  expect(about.with({ requestId: "other" }).requestId).toBe("other");
  expect(error.attemptId).toBeUndefined();
});

test("serializes six fields, without IDs, the cause, or the stack", () => {
  const full = new EaselError("rate_limited", {
    retryAt: 7,
    fields: { a: "b" },
    requestId: "r",
    attemptId: "a",
    status: 429,
    cause: new Error("SG_0123456789abcdef"),
  });
  expect(JSON.parse(JSON.stringify(full))).toStrictEqual({
    error: errorTable.rate_limited.message,
    code: "rate_limited",
    charged: "no",
    retry: "after",
    retryAt: 7,
    fields: { a: "b" },
  });
  expect(new EaselError("internal").toJSON()).toStrictEqual({
    error: errorTable.internal.message,
    code: "internal",
    charged: "unknown",
    retry: "unsafe",
  });
});

test("recognizes an error from another copy of the package, unlike instanceof", async () => {
  vi.resetModules();
  const copy = await import("./EaselError.ts");
  const theirs = new copy.EaselError("deadline", { requestId: "r" });
  expect(theirs).not.toBeInstanceOf(EaselError);
  expect(EaselError.is(theirs)).toBe(true);
  expect(copy.EaselError.is(new EaselError("internal"))).toBe(true);
  expect(theirs.with({ attemptId: "a" })).toMatchObject({ code: "deadline", requestId: "r" });
});

test.each([
  undefined,
  null,
  "EaselError",
  {},
  new TypeError("no"),
  { name: "EaselError", code: "deadline", message: "made up" },
  new EaselError("deadline").toJSON(),
])("rejects %o in is()", (value) => {
  expect(EaselError.is(value)).toBe(false);
});

test("hides the marker from enumeration and logs", () => {
  const error = new EaselError("deadline");
  expect(Object.keys(error)).not.toContain("message");
  expect(
    Object.getOwnPropertySymbols(error).filter((key) =>
      Object.propertyIsEnumerable.call(error, key),
    ),
  ).toEqual([]);
});

test.each([NaN, Infinity, -Infinity])("ignores a retryAt of %d", (retryAt) => {
  const error = new EaselError("rate_limited", { retryAt });
  expect(error.retryAt).toBeUndefined();
  expect(error.toJSON()).not.toHaveProperty("retryAt");
});
