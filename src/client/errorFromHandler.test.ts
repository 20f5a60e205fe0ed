import { expect, test } from "vitest";
import { readAnswer } from "../protocol/answer.ts";
import { EaselError } from "../protocol/EaselError.ts";
import type { RequestKind } from "../protocol/errorFromService.ts";
import { errorTable } from "../protocol/errorTable.ts";
import { errorFromHandler } from "./errorFromHandler.ts";

const now = Date.UTC(2026, 0, 1);

interface Given {
  readonly status: number;
  readonly body?: unknown;
  readonly asked?: RequestKind;
  readonly redirected?: true;
  readonly headers?: HeadersInit;
}

async function read({ status, body = "", asked = "submit", redirected, headers = {} }: Given) {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  const answer = await readAnswer(new Response(text, { status, headers }));
  return errorFromHandler({ ...answer, redirected: redirected ?? false }, asked, now);
}

test.each(Object.entries(errorTable))("preserves the handler's %s error", async (code, row) => {
  const sent = new EaselError(
    code as keyof typeof errorTable,
    {
      message: "A custom message.",
      retryAt: now + 5,
      fields: { prompt: "No." },
      charged: row.charged === "no" ? "unknown" : "no",
      retry: "after",
    } as const,
  );
  const got = await read({ status: row.status, body: sent.toJSON() });
  expect(got.toJSON()).toEqual(sent.toJSON());
  expect(got.status).toBe(row.status);
});

const charges = ["no", "yes", "unknown"] as const;
const retries = ["safe", "after", "unsafe", "never"] as const;

test.each(charges.flatMap((charged) => retries.map((retry) => ({ charged, retry }))))(
  "keeps the handler's values: charged $charged, retry $retry",
  async ({ charged, retry }) => {
    const body = new EaselError("refused", { charged, retry }).toJSON();
    expect(await read({ status: 403, body })).toMatchObject({ code: "refused", charged, retry });
  },
);

test("takes missing or damaged fields from the table", async () => {
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
  expect((await read({ status: 429, body, headers, asked: "job" })).toJSON()).toEqual({
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

/** Error responses from gateways, hosting platforms, frameworks, and the service itself. */
const foreignBodies: readonly (readonly [string, unknown])[] = [
  ["a page", page],
  ["text", "upstream request timeout"],
  ["an empty body", ""],
  ["API Gateway", { message: "Internal server error" }],
  [
    "Azure",
    { statusCode: 500, message: "Internal server error", activityId: "9c7a1f0e-0000-4000" },
  ],
  ["Vercel", { error: { code: "500", message: "A server error has occurred" } }],
  ["Netlify", { errorType: "TimeoutError", errorMessage: "Task timed out after 10.00 seconds" }],
  ["Fastify", { statusCode: 413, code: "FST_ERR_CTP_BODY_TOO_LARGE", error: "Payload Too Large" }],
  ["Connect", { code: "internal", message: "stream reset" }],
  ["Twirp", { code: "not_found", msg: "no such route" }],
  ["an unknown code", { error: "No.", code: "toString", charged: "no", retry: "safe" }],
  ["a code without a charge", { error: "No.", code: "upstream_error", retry: "safe" }],
  ["a garbled charge", { error: "No.", code: "upstream_error", charged: false, retry: "safe" }],
  ["a service's error", { error: "Internal" }],
  ["a failed job", { status: "FAILED", error: "out of memory" }],
  ["a list", [{ code: "upstream_error", charged: "no" }]],
  ["null", null],
];
const statuses = [
  400, 401, 402, 403, 404, 405, 406, 408, 409, 410, 413, 415, 422, 425, 451, 499, 500, 501, 502,
  503, 504, 520, 524, 599,
];

test.each(foreignBodies)(
  "treats a submit as possibly charged if the handler didn't respond: %s",
  async (_, body) => {
    for (const status of statuses) {
      expect(await read({ status, body })).toMatchObject({
        code: "submit_unknown",
        charged: "unknown",
        retry: "unsafe",
        status,
      });
      const redirected = await read({ status, body, redirected: true });
      expect(redirected).toMatchObject({ code: "submit_unknown", charged: "unknown" });
    }
    const ok = await read({ status: 200, body });
    expect(ok).toMatchObject({ code: "submit_unreadable", charged: "unknown", retry: "unsafe" });
  },
);

test.each([
  ["a gateway's rate limit", { message: "Too Many Requests" }],
  ["a proxy's page", page],
])("treats a submit as not forwarded after %s", async (_, body) => {
  const error = await read({ status: 429, body, headers: limited });
  expect(error).toMatchObject({ code: "rate_limited", charged: "no", retryAt: now + 30_000 });
  const redirected = await read({ status: 429, body, redirected: true });
  expect(redirected).toMatchObject({ code: "submit_unknown", charged: "unknown" });
});

test("explains a gateway's status", async () => {
  expect((await read({ status: 413, body: page })).message).toMatch(/413.*too large/);
  expect((await read({ status: 401, body: page })).message).toMatch(/401.*signed out/);
  expect((await read({ status: 500, body: page })).message).toBe(errorTable.submit_unknown.message);
});

test.each<[string, Omit<Given, "asked">, string, string]>([
  ["a missing route", { status: 404, body: page }, "not_found", "no"],
  ["a missing route in JSON", { status: 404, body: { message: "Cannot GET" } }, "not_found", "no"],
  ["a method that isn't allowed", { status: 405, body: page }, "not_found", "no"],
  [
    "an expired job",
    { status: 404, body: { error: "Request 2c7f not found" } },
    "job_not_found",
    "unknown",
  ],
  ["the app's own 401", { status: 401, body: { error: "Unauthorized" } }, "unauthorized", "no"],
  ["the app's own page", { status: 401, body: page }, "unauthorized", "no"],
  ["an invalid key", { status: 401, body: badKey }, "upstream_key_invalid", "no"],
  ["a missing key", { status: 401, body: noKey }, "upstream_key_missing", "no"],
  ["a proxy's 403", { status: 403, body: page }, "refused", "no"],
  ["the service's 403", { status: 403, body: { error: "Forbidden" } }, "upstream_forbidden", "no"],
  ["a login page", { status: 200, body: page, redirected: true }, "unauthorized", "no"],
  [
    "an error after a redirect",
    { status: 429, body: { error: "Slowly." }, redirected: true },
    "rate_limited",
    "no",
  ],
  ["a gateway's page", { status: 502, body: page }, "upstream_unavailable", "unknown"],
  [
    "a rate limit",
    { status: 429, body: { error: "Slowly." }, headers: limited },
    "rate_limited",
    "no",
  ],
  ["a truncated body", { status: 200, body: '{"status":"COMP' }, "bad_answer", "unknown"],
])("maps a read's error if the handler didn't respond: %s", async (_, given, code, charged) => {
  const error = await read({ ...given, asked: "job" });
  expect(error).toMatchObject({ code, charged, status: given.status });
  expect(error.retryAt).toBe(given.headers ? now + 30_000 : undefined);
});

test("explains a missing route", async () => {
  const error = await read({ status: 404, body: page, asked: "account" });
  expect(error.message).toMatch(/createHandler.*baseUrl/);
});
