import { expect, test } from "vitest";
import { readRetryAt } from "./retryAt.ts";

const now = Date.UTC(2026, 0, 1);
const later = now + 30_000;

test.each([
  ["with a zone", "2026-01-01T00:00:30Z"],
  ["with an offset", "2026-01-01T02:00:30+02:00"],
  ["with a bare offset", "2026-01-01T02:00:30+0200"],
  ["without a zone", "2026-01-01T00:00:30"],
  ["with a space", "2026-01-01 00:00:30"],
  ["with microseconds", "2026-01-01T00:00:30.000000"],
  ["in words", "Thu, 01 Jan 2026 00:00:30 GMT"],
  ["with UTC", "2026-01-01 00:00:30 UTC"],
  ["as Go prints it", "2026-01-01 00:00:30 +0000 UTC"],
  ["in seconds", "1767225630"],
  ["in parts of seconds", "1767225630.0"],
  ["in milliseconds", "1767225630000"],
  ["with white space", "  2026-01-01T00:00:30Z "],
])("the service's reset %s", (_, value) => {
  expect(readRetryAt(new Headers({ "x-rate-limit-reset-at-utc": value }), now)).toBe(later);
});

test.each([
  ["seconds from now", "30"],
  ["a date", "Thu, 01 Jan 2026 00:00:30 GMT"],
])("the handler's Retry-After in %s comes first", (_, value) => {
  const headers = new Headers({
    "retry-after": value,
    "x-rate-limit-reset-at-utc": "2026-01-01T09:00:00Z",
  });
  expect(readRetryAt(headers, now)).toBe(later);
});

test("the handler's milliseconds come before its seconds", () => {
  const headers = { "retry-after-ms": "780", "retry-after": "1" };
  expect(readRetryAt(new Headers(headers), now)).toBe(now + 780);
  expect(readRetryAt(new Headers({ ...headers, "retry-after-ms": "soon" }), now)).toBe(now + 1_000);
});

test.each([
  ["none", {}],
  ["an empty one", { "retry-after": "", "x-rate-limit-reset-at-utc": "" }],
  ["a word", { "x-rate-limit-reset-at-utc": "soon" }],
])("no moment comes of %s", (_, headers) => {
  expect(readRetryAt(new Headers(headers as Record<string, string>), now)).toBeUndefined();
});

test("a Retry-After that can't be read does not hide the service's reset", () => {
  const headers = { "retry-after": "soon", "x-rate-limit-reset-at-utc": "2026-01-01T00:00:30Z" };
  expect(readRetryAt(new Headers(headers), now)).toBe(later);
});

test("Retry-After: 0 is now", () => {
  expect(readRetryAt(new Headers({ "retry-after": "0" }), now)).toBe(now);
});
