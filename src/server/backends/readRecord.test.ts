import { expect, test } from "vitest";
import { EaselError, type EaselErrorInit } from "../../protocol/EaselError.ts";
import type { BackendJob } from "./backend.ts";
import { readRecord } from "./readRecord.ts";

const read = (fields: object): BackendJob =>
  readRecord({ requestId: "a", state: "completed", ...fields }, "a");
const url = "https://cdn.example/a.png";
const account = { amount: 1, usd: 0.01, wallet: { balance: 4 }, fee: 2 };

test("keeps known fields and drops all others at every level", () => {
  const record = {
    requestId: "a",
    state: "completed",
    images: [{ url, contentType: "image/png" }],
    text: "a fox",
    seed: 7,
    metrics: { totalTime: 2, cost: 1 },
    unknownState: "SOLD",
    retryAt: 5,
    body: { seed: "18446744073709551615", seeds: [1, "2"], prompt: "a red fox" },
  };
  const { metrics, body } = record;
  const more = {
    ...account,
    images: [{ url, contentType: "image/png", ...account }],
    metrics: { ...metrics, ...account },
    body: { ...body, ...account, request_id: "a", output: "more", images: [] },
  };
  expect(read(record)).toEqual(record);
  expect(read({ ...record, ...more })).toEqual(record);
});

test("reads a record that has only a body as a Segmind response", () => {
  const body = {
    request_id: "a",
    status: "COMPLETED",
    output: { image_url: url, wallet: 1 },
    seed: "7",
    metrics: { total_time: 2, cost: 1, fee: 3 },
    ...account,
  };
  expect(read({ body })).toEqual({
    requestId: "a",
    state: "completed",
    images: [{ url }],
    seed: 7,
    metrics: { totalTime: 2, cost: 1 },
    body: { seed: "7" },
  });
  expect(read({ body: { output: "a fox in words" } })).toMatchObject({ text: "a fox in words" });
});

test("doesn't read the body of a record with images or text", () => {
  const body = { output: [url], metrics: { cost: 1 } };
  const known = { requestId: "a", state: "completed", body: {} };
  expect(read({ images: [], body })).toEqual({ ...known, images: [] });
  expect(read({ text: "a fox", body })).toEqual({ ...known, text: "a fox" });
});

test("drops fields of the wrong type and keeps the others", () => {
  const wrong = { text: 1, seed: "x", metrics: 3, unknownState: {}, retryAt: "5", error: "no" };
  const body = { seed: "1e9", seeds: ["one"], prompt: { toString: 1 } };
  const images = [null, { url: 4 }, { url, contentType: 5 }, "https://cdn.example/b.png", { url }];
  expect(read({ ...wrong, body, images })).toEqual({
    requestId: "a",
    state: "completed",
    images: [{ url }, { url }],
    body: {},
  });
  expect(read({ images: {} })).toEqual({ requestId: "a", state: "completed" });
});

test("limits the number and length of values", () => {
  const images = Array.from({ length: 1_000 }, () => ({ url }));
  const seeds = images.map((_, index) => index);
  const prompt = "x".repeat(20_001);
  const { images: kept, body } = read({ images, body: { seeds, seed: "9".repeat(99), prompt } });
  expect(kept).toHaveLength(256);
  expect(body).toEqual({});
});

test("reads a deeply nested body", () => {
  let nested: object = {};
  for (let depth = 0; depth < 20_000; depth += 1) nested = { output: [nested] };
  expect(read({ body: { ...nested, seed: 7 } })).toMatchObject({ images: [], body: { seed: 7 } });
});

test("shortens an error, and drops anything that isn't an EaselError", () => {
  const known: EaselErrorInit = { charged: "no", requestId: "a", status: 422 };
  const long = new EaselError("content_blocked", { ...known, message: "x".repeat(100_000) });
  const { error } = read({ state: "failed", error: long });
  expect(error).toMatchObject({ code: "content_blocked", ...known });
  expect(error?.message).toHaveLength(501);
  expect(read({ error: new EaselError("run_failed", known) }).error).toMatchObject(known);
  expect(read({ error: new Error("boom") }).error).toBeUndefined();
});
