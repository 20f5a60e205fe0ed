import { expect, test } from "vitest";
import { EaselError } from "../protocol/EaselError.ts";
import type { Attempt } from "./attempt.ts";
import { deserializeAttempt, serializeAttempt } from "./serializeAttempt.ts";

const attempt: Attempt = {
  attemptId: "a",
  modelId: "sdxl-img2img",
  scope: "form",
  input: { prompt: "a heron", seed: 0, image: "https://files.test/in.png" },
  latency: { typicalMs: 4_000, slowMs: 9_000 },
  startedAt: 1,
  pageId: "p",
  submit: "taken",
  requestId: "r",
  detached: false,
};

const { pageId: _page, ...pageless } = attempt;

const again = (before: Attempt) => deserializeAttempt(serializeAttempt(before)) as Attempt;

test("restores a stored attempt unchanged", () => {
  expect(again(attempt)).toEqual(attempt);
});

test("reads a favorite, which older versions ignore", () => {
  expect(again({ ...attempt, starred: true })).toEqual({ ...attempt, starred: true });
  expect(JSON.parse(serializeAttempt({ ...attempt, starred: true }))).toMatchObject({ version: 1 });
});

test("reads errors with all fields", () => {
  const error = new EaselError("parameter_rejected", {
    message: "strength is too high",
    status: 406,
    fields: { strength: "too high" },
    retryAt: 5,
    requestId: "r",
    attemptId: "a",
  });
  const trouble = new EaselError("unauthorized");
  const read = again({ ...attempt, error, trouble });
  expect(EaselError.is(read.error)).toBe(true);
  expect(read.error?.toJSON()).toEqual(error.toJSON());
  expect(read.error).toMatchObject({ status: 406, requestId: "r", attemptId: "a" });
  expect(read.error?.remedy).toBe(error.remedy);
  expect(read.trouble?.code).toBe("unauthorized");
});

test("keeps the charge of an error with an unknown code", () => {
  const text = serializeAttempt({
    ...attempt,
    error: new EaselError("run_failed", { charged: "yes" }),
  });
  const read = deserializeAttempt(text.replaceAll("run_failed", "run_evaporated")) as Attempt;
  expect(read.error).toMatchObject({ code: "internal", charged: "yes" });
});

test("omits an inline image, and lists it as omitted", () => {
  const image = `data:image/png;base64,${"A".repeat(50_000)}`;
  const text = serializeAttempt({ ...attempt, input: { ...attempt.input, image } });
  expect(text.length).toBeLessThan(1_000);
  const read = deserializeAttempt(text) as Attempt;
  expect(read.input).toEqual({ prompt: "a heron", seed: 0 });
  expect(read.omitted).toEqual(["image"]);
  expect(again(read)).toEqual(read);
});

test("stores a result with file URLs", () => {
  const result = { requestId: "r", images: [{ url: "https://files.test/a.png" }], body: {} };
  expect(again({ ...attempt, result, endedAt: 9 })).toMatchObject({ result, endedAt: 9 });
});

test.each([
  ["inline", `data:image/png;base64,${"A".repeat(40_000)}`],
  ["a blob URL", "blob:http://localhost/1"],
])("doesn't store a result that is %s, and treats its job as pending again", (_, url) => {
  const result = { requestId: "r", images: [{ url }], body: {} };
  expect(again({ ...attempt, result, endedAt: 9 })).toEqual({ ...attempt, endedAt: 9 });
});

test.each([
  "",
  "{",
  "null",
  "7",
  "[]",
  "{}",
  JSON.stringify({ ...attempt, version: 1, submit: "perhaps" }),
  JSON.stringify({ ...attempt, version: 1, input: "text" }),
  JSON.stringify({ ...attempt, version: 1, startedAt: "now" }),
])("treats %j as damaged", (text) => {
  expect(deserializeAttempt(text)).toBeUndefined();
});

test.each([
  { starred: 1 },
  { seen: null },
  { trouble: null },
  { trouble: { code: 5 } },
  { error: "none" },
  { endedAt: "x" },
  { detached: null },
  { pageId: 7 },
  { result: {} },
  { result: { images: [null] } },
])("reads a pending job without its damaged %j", (wrong) => {
  const text = JSON.stringify({ ...attempt, version: 1, ...wrong });
  expect(deserializeAttempt(text)).toEqual(Object.hasOwn(wrong, "pageId") ? pageless : attempt);
});

test("treats an input as incomplete if its omitted names are damaged", () => {
  const text = JSON.stringify({ ...attempt, version: 1, omitted: null });
  expect(deserializeAttempt(text)).toEqual({ ...attempt, omitted: ["input"] });
});

test.each([undefined, ""])(
  "reads an accepted submit without an ID (%j) as unknown",
  (requestId) => {
    const read = { ...attempt, submit: "unknown", requestId };
    expect(again({ ...attempt, requestId: requestId as never })).toEqual(read);
    const error = new EaselError("run_failed");
    expect(again({ ...attempt, requestId: requestId as never, error })).toMatchObject({
      submit: "taken",
    });
  },
);

test.each([0, 2, 1.5])("reports version %d as another version", (version) => {
  expect(deserializeAttempt(JSON.stringify({ ...attempt, version }))).toBe("other_version");
  expect(deserializeAttempt(JSON.stringify({ version, runs: [] }))).toBe("other_version");
});
