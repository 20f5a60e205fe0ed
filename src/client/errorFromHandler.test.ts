import { expect, test } from "vitest";
import { EaselError, errorTable, readAnswer, type Asked } from "../protocol/index.ts";
import { errorFromHandler } from "./errorFromHandler.ts";

const now = Date.UTC(2026, 0, 1);

interface Given {
  readonly status: number;
  readonly body?: unknown;
  readonly asked?: Asked;
  readonly redirected?: true;
  readonly headers?: HeadersInit;
}

async function read({ status, body = "", asked = "submit", redirected, headers = {} }: Given) {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  const answer = await readAnswer(new Response(text, { status, headers }));
  return errorFromHandler({ ...answer, redirected: redirected ?? false }, asked, now);
}

test.each(Object.entries(errorTable))(
  "the handler's own %s comes out as it went in",
  async (code, row) => {
    const sent = new EaselError(
      code as keyof typeof errorTable,
      {
        message: "In its own words.",
        retryAt: now + 5,
        fields: { prompt: "No." },
        charged: row.charged === "no" ? "unknown" : "no",
        retry: "after",
      } as const,
    );
    const got = await read({ status: row.status, body: sent.toJSON() });
    expect(got.toJSON()).toEqual(sent.toJSON());
    expect(got.status).toBe(row.status);
  },
);

const charges = ["no", "yes", "unknown"] as const;
const retries = ["safe", "after", "unsafe", "never"] as const;

test.each(charges.flatMap((charged) => retries.map((retry) => ({ charged, retry }))))(
  "the handler's word is taken: charged $charged, retry $retry",
  async ({ charged, retry }) => {
    const body = new EaselError("refused", { charged, retry }).toJSON();
    expect(await read({ status: 403, body })).toMatchObject({ code: "refused", charged, retry });
  },
);

test("what an envelope leaves out or garbles is the table's", async () => {
  const body = {
    code: "rate_limited",
    error: 4,
    charged: "perhaps",
    retry: null,
    retryAt: "soon",
    fields: {
      prompt: "No.",
      samples: 4,
      "": null,
    },
  };
  const headers = { "retry-after": "30" };
  expect((await read({ status: 429, body, headers })).toJSON()).toEqual({
    error: errorTable.rate_limited.message,
    code: "rate_limited",
    charged: "no",
    retry: "after",
    retryAt: now + 3e4,
    fields: { prompt: "No." },
  });
});

const page = "<!doctype html><title>Sign in</title>";
const badKey = { error: "Unauthorized. API key is invalid or may have expired" };
const noKey = { error: "Missing Authorization or x-api-key in header" };
const limited = { "x-rate-limit-reset-at-utc": "2026-01-01 00:00:30" };

test.each<[string, Given, string, string]>([
  [
    "a made-up code",
    { status: 404, body: { error: "No.", code: "toString" } },
    "upstream_model_missing",
    "no",
  ],
  ["a missing route", { status: 404, body: page }, "not_found", "no"],
  ["a missing route in JSON", { status: 404, body: { message: "Cannot POST" } }, "not_found", "no"],
  ["a missing route", { status: 404, body: page, asked: "job" }, "not_found", "no"],
  [
    "an expired job",
    { status: 404, body: { error: "Request 2c7f not found" }, asked: "job" },
    "job_not_found",
    "unknown",
  ],
  [
    "no such model",
    { status: 404, body: { error: "Model not found" } },
    "upstream_model_missing",
    "no",
  ],
  ["the app's own 401", { status: 401, body: { error: "Unauthorized" } }, "unauthorized", "no"],
  ["the app's own page", { status: 401, body: page, asked: "job" }, "unauthorized", "no"],
  ["a key refused", { status: 401, body: badKey }, "upstream_key_invalid", "no"],
  ["a key missing", { status: 401, body: noKey }, "upstream_key_missing", "no"],
  ["a proxy's 403", { status: 403, body: page }, "refused", "no"],
  ["the service's 403", { status: 403, body: { error: "Forbidden" } }, "upstream_forbidden", "no"],
  [
    "a login page after a redirect",
    { status: 200, body: page, redirected: true },
    "submit_unknown",
    "unknown",
  ],
  [
    "the same for a read",
    { status: 200, body: page, redirected: true, asked: "job" },
    "unauthorized",
    "no",
  ],
  [
    "an error after a redirect",
    { status: 429, body: { error: "Slowly." }, redirected: true },
    "rate_limited",
    "no",
  ],
  ["a page where an id should be", { status: 200, body: page }, "submit_unreadable", "unknown"],
  ["a gateway's page", { status: 502, body: page }, "submit_unknown", "unknown"],
  ["the service's own 500", { status: 500, body: { error: "Internal" } }, "upstream_error", "no"],
  ["the framework's page at 500", { status: 500, body: page }, "submit_unknown", "unknown"],
  ["nothing at 500", { status: 500 }, "submit_unknown", "unknown"],
  ["a body too large", { status: 413, body: page }, "too_large", "no"],
  ["no handler that takes the verb", { status: 405, body: page }, "not_found", "no"],
  [
    "too few credits",
    { status: 406, body: { error: "Insufficient credits" } },
    "upstream_no_credits",
    "no",
  ],
  ["a value", { status: 400, body: { error: "prompt is required" } }, "parameter_rejected", "no"],
  ["too fast", { status: 429, body: { error: "Slowly." }, headers: limited }, "rate_limited", "no"],
  ["torn", { status: 200, body: '{"status":"COMP', asked: "job" }, "bad_answer", "unknown"],
])("without an envelope, %s", async (_, given, code, charged) => {
  const error = await read(given);
  expect(error).toMatchObject({ code, charged, status: given.status });
  expect(error.retryAt).toBe(given.headers ? now + 30_000 : undefined);
});

test("a missing route says what to mount or set", async () => {
  expect((await read({ status: 404, body: page })).message).toMatch(/createHandler.*baseUrl/);
});
