import { expect, test } from "vitest";
import { sdxlTorch } from "../../models/catalog/sdxlTorch.ts";
import { segmind } from "../backends/segmind.ts";
import type { HandlerOptions } from "../options/handlerOptions.ts";
import { createHandler } from "./createHandler.ts";

const secret = "a secret of thirty-two bytes or more";

const good: HandlerOptions = {
  backend: segmind({ apiKey: "SG_0123456789abcdef" }),
  models: [sdxlTorch],
  authorize: () => null,
  secret,
};

test.each<[string, Record<string, unknown>, RegExp]>([
  ["no backend", { backend: undefined }, /backend is missing.*segmind\(/],
  ["no model", { models: [] }, /models is empty.*sdxlTorch/],
  ["the models left out", { models: undefined }, /models is empty/],
  ["a model twice", { models: [sdxlTorch, sdxlTorch] }, /"sdxl-torch" twice/],
  ["no authorize", { authorize: undefined }, /authorize is missing.*"public"/],
  ["an authorize that is no function", { authorize: true }, /authorize is missing/],
  ["public without a limit", { authorize: "public" }, /requestsPerMinute/],
  [
    "public with a limit that is none",
    { authorize: "public", limits: { requestsPerMinute: Infinity } },
    /requestsPerMinute/,
  ],
  [
    "a Redis client for a store",
    { store: { get() {}, call() {} } },
    /store has no add.*redisStore/,
  ],
  ["a short secret", { secret: "x".repeat(31) }, /openssl rand -base64 32/],
  ["a secret that is no text", { secret: 7 }, /shorter than 32 bytes/],
  ["a short one among the secrets", { secret: [secret, "old"] }, /shorter than 32 bytes/],
  ["a limit of nothing", { limits: { requestsPerMinute: 0 } }, /limits.requestsPerMinute is 0/],
  ["a limit that is no number", { limits: { bodyBytes: NaN } }, /limits.bodyBytes/],
  ["a base path without a slash", { basePath: "api" }, /basePath is "api"/],
  ["an unknown resource policy", { assetPolicy: "none" }, /assetPolicy is "none".*"same-site"/],
  ["a short secret beside an absent one", { secret: [undefined, "old"] }, /shorter than 32 bytes/],
  ["an open origin", { allowedOrigins: ["*"] }, /allowedOrigins has "\*"/],
])("throws for %s, and says how to fix it", (_, change, message) => {
  expect(() => createHandler({ ...good, ...change })).toThrow(TypeError);
  expect(() => createHandler({ ...good, ...change })).toThrow(message);
});

test("options of null count as absent", () => {
  const absent = { allowedOrigins: null, allowedInputOrigins: null } as object;
  expect(() => createHandler({ ...good, ...absent })).not.toThrow();
});

test("a secret is measured in bytes", () => {
  expect(() => createHandler({ ...good, secret: "ü".repeat(16) })).not.toThrow();
});
