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
  ["no models", { models: [] }, /models is empty.*sdxlTorch/],
  ["undefined models", { models: undefined }, /models is empty/],
  ["a duplicate model", { models: [sdxlTorch, sdxlTorch] }, /"sdxl-torch" twice/],
  ["no authorize", { authorize: undefined }, /authorize is missing.*"public"/],
  ["an authorize that isn't a function", { authorize: true }, /authorize is missing/],
  ["public access without a limit", { authorize: "public" }, /requestsPerMinute/],
  [
    "public access with an infinite limit",
    { authorize: "public", limits: { requestsPerMinute: Infinity } },
    /requestsPerMinute/,
  ],
  [
    "a Redis client as the store",
    { store: { get() {}, call() {} } },
    /store has no add.*redisStore/,
  ],
  ["a short secret", { secret: "x".repeat(31) }, /openssl rand -base64 32/],
  ["a secret that isn't a string", { secret: 7 }, /shorter than 32 bytes/],
  ["a short secret in a list", { secret: [secret, "old"] }, /shorter than 32 bytes/],
  ["a limit of zero", { limits: { requestsPerMinute: 0 } }, /limits.requestsPerMinute is 0/],
  ["a limit that isn't a number", { limits: { bodyBytes: NaN } }, /limits.bodyBytes/],
  ["a base path without a slash", { basePath: "api" }, /basePath is "api"/],
  ["an unknown resource policy", { assetPolicy: "none" }, /assetPolicy is "none".*"same-site"/],
  ["a short and an absent secret", { secret: [undefined, "old"] }, /shorter than 32 bytes/],
  ["a wildcard origin", { allowedOrigins: ["*"] }, /allowedOrigins contains "\*"/],
])("throws for %s, and suggests a fix", (_, change, message) => {
  expect(() => createHandler({ ...good, ...change })).toThrow(TypeError);
  expect(() => createHandler({ ...good, ...change })).toThrow(message);
});

test("treats null options as absent", () => {
  const absent = { allowedOrigins: null, allowedInputOrigins: null } as object;
  expect(() => createHandler({ ...good, ...absent })).not.toThrow();
});

test("measures a secret in bytes", () => {
  expect(() => createHandler({ ...good, secret: "ü".repeat(16) })).not.toThrow();
});
