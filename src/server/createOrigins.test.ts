import { expect, test } from "vitest";
import { createOrigins } from "./createOrigins.ts";

const origins = createOrigins(["https://app.example.com"]);

const cross = (headers: Record<string, string>, url = "http://host.example/api/easel/v2/m") =>
  origins.isCrossSite(new Request(url, { method: "POST", headers }));

test.each([
  ["no browser at all", {}],
  ["the app's own page", { origin: "https://host.example", "sec-fetch-site": "same-origin" }],
  ["an older browser on the app's own page", { origin: "https://host.example" }],
  ["an address typed in", { "sec-fetch-site": "none" }],
  ["an allowed origin", { origin: "https://app.example.com", "sec-fetch-site": "cross-site" }],
  ["a proxy that passes the host on", { origin: "https://www.example", host: "www.example" }],
  [
    "a proxy that names the host",
    { origin: "https://www.example", "x-forwarded-host": "www.example, inner" },
  ],
])("%s is let through", (_, headers: Record<string, string>) => {
  expect(cross(headers)).toBe(false);
});

test.each([
  ["another site", { origin: "https://evil.example", "sec-fetch-site": "cross-site" }],
  ["another site in an older browser", { origin: "https://evil.example" }],
  ["a site that says it is the same", { origin: "https://evil.example", "sec-fetch-site": "none" }],
  ["a sandboxed frame", { origin: "null" }],
  ["a sibling below the same domain", { "sec-fetch-site": "same-site" }],
  ["another site without an origin", { "sec-fetch-site": "cross-site" }],
  ["a longer host", { origin: "https://host.example.evil.com" }],
  ["another port", { origin: "https://host.example:8443" }],
  ["an allowed host over plain http", { origin: "http://app.example.com" }],
  ["no origin at all", { origin: "nonsense" }],
])("%s is refused", (_, headers: Record<string, string>) => {
  expect(cross(headers)).toBe(true);
});

test("a page of an allowed origin may read the answer, another may not", () => {
  const headersFor = (origin: string) =>
    origins.headersFor(
      new Request("http://host.example/", {
        method: "OPTIONS",
        headers: { origin, "access-control-request-headers": "content-type" },
      }),
    );
  expect(headersFor("https://app.example.com")).toMatchObject({
    "access-control-allow-origin": "https://app.example.com",
    "access-control-allow-headers": "content-type",
    vary: "origin",
  });
  expect(headersFor("https://evil.example")).toEqual({ vary: "origin" });
});

test.each(["*", "https://app.example.com/", "app.example.com", "https://*.example.com/x", "null"])(
  "%s is no origin to allow",
  (origin) => {
    expect(() => createOrigins([origin])).toThrow(/allowedOrigins has/);
  },
);
