import { expect, test } from "vitest";
import { EaselError } from "./EaselError.ts";
import { errorTable, isErrorCode, type EaselErrorCode } from "./errorTable.ts";

const rows = Object.entries(errorTable).map(([code, row]) => ({ code, row }));

test.each(rows)("$code has a message, a charge, and a remedy", ({ code, row }) => {
  expect(code).toMatch(/^[a-z]+(_[a-z]+)*$/);
  expect(row.status).toBeGreaterThanOrEqual(400);
  expect(row.status).toBeLessThan(600);
  expect(["no", "yes", "unknown"]).toContain(row.charged);
  expect(["safe", "after", "unsafe", "never"]).toContain(row.retry);
  for (const message of [row.message, new EaselError(code as EaselErrorCode).remedy]) {
    expect(message).toMatch(/^[A-Z].{8,}\.$/);
    expect(message).not.toMatch(/segmind|undefined|SG_/i);
  }
});

/** Billing contract of each code. Change it only deliberately. */
const promises: Readonly<Record<EaselErrorCode, string>> = {
  invalid_input: "400 no never",
  invalid_request: "400 no never",
  parameter_rejected: "400 no never",
  unauthorized: "401 no safe",
  cross_site: "403 no never",
  refused: "403 no never",
  not_found: "404 no never",
  model_not_found: "404 no never",
  job_not_found: "404 unknown never",
  method_not_allowed: "405 no never",
  submit_unknown: "409 unknown unsafe",
  key_reused: "409 no safe",
  too_large: "413 no never",
  not_json: "415 no never",
  not_a_picture: "415 no never",
  run_canceled: "422 unknown unsafe",
  run_expired: "422 unknown unsafe",
  run_failed: "422 no safe",
  content_blocked: "422 no never",
  rate_limited: "429 no after",
  upstream_error: "502 no safe",
  upstream_unreachable: "502 no safe",
  upstream_unavailable: "502 unknown safe",
  cancel_failed: "502 unknown safe",
  bad_answer: "502 unknown safe",
  submit_unreadable: "502 unknown unsafe",
  upstream_key_missing: "502 no never",
  upstream_key_invalid: "502 no never",
  upstream_forbidden: "502 no never",
  upstream_model_missing: "502 no never",
  upstream_model_retired: "502 no never",
  upstream_no_credits: "502 no never",
  upstream_spend_limit: "502 no never",
  upstream_content_type: "502 no never",
  upstream_no_balance: "502 no never",
  not_configured: "503 no never",
  store_down: "503 no safe",
  internal: "500 unknown unsafe",
  network: "503 unknown safe",
  backend_unreachable: "503 no safe",
  not_loaded: "503 no safe",
  aborted: "503 unknown safe",
  deadline: "504 unknown safe",
};

test("keeps the contract of every code", () => {
  const kept = rows.map(({ code, row }) => [code, `${row.status} ${row.charged} ${row.retry}`]);
  expect(Object.fromEntries(kept)).toEqual(promises);
});

/** Codes of submits whose outcome is unknown. */
test.each(["submit_unknown", "submit_unreadable", "internal"] as const)(
  "%s is never free and never safe to retry",
  (code) => {
    expect(errorTable[code]).toMatchObject({ charged: "unknown", retry: "unsafe" });
  },
);

test("distinguishes four kinds of 406 and two of 401", () => {
  const codes = [
    ...(["upstream_content_type", "upstream_no_credits"] as const),
    ...(["parameter_rejected", "upstream_spend_limit"] as const),
    ...(["upstream_key_missing", "upstream_key_invalid"] as const),
  ];
  expect(new Set(codes.map((code) => errorTable[code].message)).size).toBe(6);
});

test("rejects codes that every object inherits", () => {
  expect(isErrorCode("rate_limited")).toBe(true);
  for (const other of ["toString", "constructor", "__proto__", "", "nope", 4, null, undefined]) {
    expect(isErrorCode(other)).toBe(false);
  }
});
