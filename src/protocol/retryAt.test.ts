import { expect, test } from "vitest";
import { readRetryAt } from "./retryAt.ts";

const now = Date.UTC(2026, 0, 1);
const later = now + 30_000;

test.each([
  ["with a zone", "2026-01-01T00:00:30Z"],
  ["with an offset", "2026-01-01T02:00:30+02:00"],
  ["with an offset without a colon", "2026-01-01T02:00:30+0200"],
  ["without a zone", "2026-01-01T00:00:30"],
  ["with a space", "2026-01-01 00:00:30"],
  ["with microseconds", "2026-01-01T00:00:30.000000"],
  ["as an HTTP date", "Thu, 01 Jan 2026 00:00:30 GMT"],
  ["with UTC", "2026-01-01 00:00:30 UTC"],
  ["in Go's format", "2026-01-01 00:00:30 +0000 UTC"],
  ["in seconds", "1767225630"],
  ["in fractional seconds", "1767225630.0"],
  ["in milliseconds", "1767225630000"],
  ["with whitespace", "  2026-01-01T00:00:30Z "],
])("reads the service's reset time %s", (_, value) => {
  expect(readRetryAt(new Headers({ "x-rate-limit-reset-at-utc": value }), now)).toBe(later);
});

test.each([
  ["seconds", "30"],
  ["a date format", "Thu, 01 Jan 2026 00:00:30 GMT"],
])("prefers the handler's Retry-After as %s", (_, value) => {
  const headers = new Headers({
    "retry-after": value,
    "x-rate-limit-reset-at-utc": "2026-01-01T09:00:00Z",
  });
  expect(readRetryAt(headers, now)).toBe(later);
});

test("prefers milliseconds to seconds", () => {
  const headers = { "retry-after-ms": "780", "retry-after": "1" };
  expect(readRetryAt(new Headers(headers), now)).toBe(now + 780);
  expect(readRetryAt(new Headers({ ...headers, "retry-after-ms": "soon" }), now)).toBe(now + 1_000);
});

test.each([
  ["missing headers", {}],
  ["empty headers", { "retry-after": "", "x-rate-limit-reset-at-utc": "" }],
  ["an invalid time", { "x-rate-limit-reset-at-utc": "soon" }],
])("ignores %s", (_, headers) => {
  expect(readRetryAt(new Headers(headers as Record<string, string>), now)).toBeUndefined();
});

test("falls back to the service's reset if Retry-After is invalid", () => {
  const headers = { "retry-after": "soon", "x-rate-limit-reset-at-utc": "2026-01-01T00:00:30Z" };
  expect(readRetryAt(new Headers(headers), now)).toBe(later);
});

test("reads Retry-After: 0 as now", () => {
  expect(readRetryAt(new Headers({ "retry-after": "0" }), now)).toBe(now);
});

const hour = 3_600_000;

test.each([
  ["in milliseconds", { "retry-after-ms": "30000" }],
  ["in seconds", { "retry-after": "30" }],
])("prefers a header's duration %s to the time in the body", (_, headers) => {
  for (const skewMs of [-hour, 0, hour]) {
    expect(readRetryAt(new Headers(headers), now, later + skewMs)).toBe(later);
  }
});

test.each([-hour, -600_000, 0, hour])(
  "corrects times if the sender's clock is off by %d ms",
  (skewMs) => {
    const date = new Date(now + skewMs).toUTCString();
    const reset = new Date(later + skewMs).toUTCString();
    expect(readRetryAt(new Headers({ date }), now, later + skewMs)).toBe(later);
    expect(readRetryAt(new Headers({ date, "retry-after": reset }), now)).toBe(later);
    expect(readRetryAt(new Headers({ date, "x-rate-limit-reset-at-utc": reset }), now)).toBe(later);
  },
);

test.each([
  ["a duration", { "retry-after": "9".repeat(400) }, undefined],
  ["a time in the body", {}, 1e300],
  ["a date", { "retry-after": "Fri, 31 Dec 9999 23:59:59 GMT" }, undefined],
])("limits %s to an hour", (_, headers, named) => {
  expect(readRetryAt(new Headers(headers as Record<string, string>), now, named)).toBe(now + hour);
});

test.each([null, "soon", Number.NaN, {}])("ignores %j in the body", (named) => {
  expect(readRetryAt(new Headers(), now, named)).toBeUndefined();
  expect(readRetryAt(new Headers({ "retry-after": "30" }), now, named)).toBe(later);
});
