import { expect, test } from "vitest";
import { readAnswer } from "./answer.ts";
import { EaselError } from "./EaselError.ts";
import { errorFromService, type RequestKind } from "./errorFromService.ts";

const now = Date.UTC(2026, 0, 1);

async function read(status: number, body: string, kind: RequestKind, headers: HeadersInit = {}) {
  const answer = await readAnswer(new Response(body, { status, headers }));
  return errorFromService(answer, kind, now);
}

const json = (error: string) => JSON.stringify({ error });
const page = "<!doctype html><title>Sorry</title><p>Something went wrong.</p>";
const surface = (error: string, error_description: string) =>
  JSON.stringify({ error, error_description, status_code: 401 });

const missingKey = "Missing Authorization or x-api-key in header";
const badKey = "Unauthorized. API key is invalid or may have expired, please check your key";

/** Each entry in the service's error list, as a response to a submit. */
test.each<[string, number, string, string, string, string]>([
  ["a missing field", 400, json("prompt is required"), "parameter_rejected", "no", "never"],
  ["no key", 401, json(missingKey), "upstream_key_missing", "no", "never"],
  ["a bad key", 401, json(badKey), "upstream_key_invalid", "no", "never"],
  ["auth surface", 401, surface("invalid_api_key", badKey), "upstream_key_invalid", "no", "never"],
  ["auth surface", 401, surface("unauthorized", missingKey), "upstream_key_missing", "no", "never"],
  ["a forbidden model", 403, json("Forbidden"), "upstream_forbidden", "no", "never"],
  ["an unknown model", 404, json("Model not found"), "upstream_model_missing", "no", "never"],
  ["a wrong method", 405, page, "upstream_content_type", "no", "never"],
  ["a form", 406, json("Invalid content type"), "upstream_content_type", "no", "never"],
  [
    "no credits",
    406,
    json("Insufficient credits. Balance: 0.1, required: 0.2"),
    "upstream_no_credits",
    "no",
    "never",
  ],
  ["no credits", 406, json("Not enough credits"), "upstream_no_credits", "no", "never"],
  [
    "no credits",
    406,
    json("You do not have enough credits to run this model"),
    "upstream_no_credits",
    "no",
    "never",
  ],
  ["a value", 406, json("guidance_scale must be at most 25"), "parameter_rejected", "no", "never"],
  [
    "a value that mentions money",
    406,
    json("Invalid value for style: 'white balance on a budget'"),
    "parameter_rejected",
    "no",
    "never",
  ],
  ["a team limit", 406, json("Team spend limit reached"), "upstream_spend_limit", "no", "never"],
  [
    "a team limit",
    406,
    json("Insufficient team budget, credits left: 4"),
    "upstream_spend_limit",
    "no",
    "never",
  ],
  [
    "a team limit",
    406,
    json("Monthly spending cap reached"),
    "upstream_spend_limit",
    "no",
    "never",
  ],
  [
    "a retired model",
    410,
    json("This model has been retired"),
    "upstream_model_retired",
    "no",
    "never",
  ],
  ["a bad body", 422, json("seed must be an integer"), "parameter_rejected", "no", "never"],
  [
    "an immediate failure",
    422,
    JSON.stringify({ status: "FAILED", error: "CUDA out of memory" }),
    "run_failed",
    "no",
    "safe",
  ],
  [
    "an immediate block",
    422,
    JSON.stringify({ status: "FAILED", error: "NSFW content detected" }),
    "content_blocked",
    "no",
    "never",
  ],
  [
    "a gateway's FAILED status",
    503,
    JSON.stringify({ status: "FAILED" }),
    "submit_unknown",
    "unknown",
    "unsafe",
  ],
  ["rate limiting", 429, json("Rate limit exceeded"), "rate_limited", "no", "after"],
  ["the service's error", 500, json("Internal server error"), "upstream_error", "no", "safe"],
  ["a page", 500, page, "submit_unknown", "unknown", "unsafe"],
  ["an empty body", 500, "", "submit_unknown", "unknown", "unsafe"],
  ["a gateway's page", 502, page, "submit_unknown", "unknown", "unsafe"],
  ["a gateway's JSON", 502, json("Bad gateway"), "submit_unknown", "unknown", "unsafe"],
  ["overload", 503, json("Unavailable"), "submit_unknown", "unknown", "unsafe"],
  ["a timeout", 504, "", "submit_unknown", "unknown", "unsafe"],
  ["no ID", 200, JSON.stringify({ status: "QUEUED" }), "submit_unreadable", "unknown", "unsafe"],
  ["a page", 200, page, "submit_unreadable", "unknown", "unsafe"],
  ["truncated JSON", 200, '{"request_id":"2c7f', "submit_unreadable", "unknown", "unsafe"],
  ["an empty body", 200, "", "submit_unreadable", "unknown", "unsafe"],
])("maps %s in response to a submit (%i)", async (_, status, body, code, charged, retry) => {
  const error = await read(status, body, "submit");
  expect(EaselError.is(error)).toBe(true);
  expect(error).toMatchObject({ code, charged, retry, status });
});

test.each<[RequestKind, number, string, string]>([
  ["job", 404, json("Request 2c7f not found"), "job_not_found"],
  ["account", 404, json("No credits found for the user"), "upstream_no_balance"],
  ["submit", 404, json("Model not found"), "upstream_model_missing"],
  ["job", 500, json("Internal server error"), "upstream_unavailable"],
  ["job", 502, page, "upstream_unavailable"],
  ["job", 503, "", "upstream_unavailable"],
  ["job", 504, "", "upstream_unavailable"],
  ["job", 200, page, "bad_answer"],
  ["job", 200, "", "bad_answer"],
  ["job", 200, '{"status":"COMP', "bad_answer"],
  ["account", 500, page, "upstream_unavailable"],
  ["account", 200, "[]", "bad_answer"],
  ["job", 429, json("Rate limit exceeded"), "rate_limited"],
])("maps the error of a %s request with status %i", async (kind, status, body, code) => {
  expect(await read(status, body, kind)).toMatchObject({ code, status });
});

test("reports a submit as free only if the service does", async () => {
  const rejections = new Set([400, 401, 403, 404, 405, 406, 410, 413, 415, 422, 429]);
  // `Response` doesn't allow a body here.
  const bare = new Set([204, 205, 304]);
  for (let status = 200; status < 600; status++) {
    if (bare.has(status)) continue;
    const { charged } = await read(status, page, "submit");
    expect([status, charged === "no"]).toEqual([status, rejections.has(status)]);
  }
});

test.each([
  ["", undefined],
  ["2026-01-01T00:00:30Z", now + 30_000],
  ["2026-01-01 00:00:30", now + 30_000],
])("reads a 429's reset time %j", async (reset, retryAt) => {
  const headers = { "x-rate-limit-reset-at-utc": reset };
  const error = await read(429, json("Rate limit exceeded"), "submit", headers);
  expect(error).toMatchObject({ code: "rate_limited", charged: "no", retry: "after", retryAt });
});

test("keeps the service's message only if it's about a value", async () => {
  expect((await read(406, json("samples must be 1 to 4"), "submit")).message).toBe(
    "samples must be 1 to 4",
  );
  const secret = "Insufficient credits: balance 3.14, key SG_0123456789abcdef";
  const error = await read(406, json(secret), "submit");
  expect(JSON.stringify(error)).not.toMatch(/3\.14|SG_/);
  expect((await read(401, json(badKey), "submit")).message).not.toContain("API key is invalid");
});
