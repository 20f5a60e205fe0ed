import { expect, test } from "vitest";
import { createOrigins } from "./createOrigins.ts";

const origins = createOrigins(["https://app.example.com"]);

const refusal = (headers: Record<string, string>, url = "http://host.example/api/easel/v2/m") =>
  origins.refuse(new Request(url, { method: "POST", headers }));

test.each([
  ["a request without a browser", {}],
  ["the app's page", { origin: "https://host.example", "sec-fetch-site": "same-origin" }],
  ["an older browser on the app's page", { origin: "https://host.example" }],
  ["an address entered by the user", { "sec-fetch-site": "none" }],
  ["an allowed origin", { origin: "https://app.example.com", "sec-fetch-site": "cross-site" }],
  ["a proxy that forwards the host", { origin: "https://www.example", host: "www.example" }],
  [
    "the app's page behind a proxy that changes the host",
    { origin: "http://localhost:5173", host: "localhost:3000", "sec-fetch-site": "same-origin" },
  ],
  ["a proxy that adds the TLS port", { origin: "https://app.example", host: "app.example:443" }],
  ["a proxy that adds its own port", { origin: "https://app.example", host: "app.example:80" }],
  [
    "a proxy that sends the host with a port",
    { origin: "https://app.example", "x-forwarded-host": "app.example:443" },
  ],
  [
    "a proxy that sends host and port separately",
    { origin: "https://app.example:8443", host: "app.example", "x-forwarded-port": "8443" },
  ],
  [
    "a proxy with the standard header",
    { origin: "https://app.example", forwarded: 'for=1.2.3.4;host="app.example:443";proto=https' },
  ],
  ["a host in upper case", { origin: "https://app.example", host: "APP.example" }],
  ["an IPv6 host", { origin: "http://[::1]:3000", host: "[0:0:0:0:0:0:0:1]:3000" }],
  ["an international host", { origin: "https://xn--bcher-kva.example", host: "bücher.example" }],
  [
    "a proxy that sends the host",
    { origin: "https://www.example", "x-forwarded-host": "www.example, inner" },
  ],
])("accepts %s", (_, headers: Record<string, string>) => {
  expect(refusal(headers)).toBeUndefined();
});

test.each([
  ["another site", { origin: "https://evil.example", "sec-fetch-site": "cross-site" }],
  ["another site in an older browser", { origin: "https://evil.example" }],
  ["a forged Sec-Fetch-Site header", { origin: "https://evil.example", "sec-fetch-site": "none" }],
  ["a sandboxed frame", { origin: "null" }],
  ["a sibling domain", { "sec-fetch-site": "same-site" }],
  ["another site without an origin", { "sec-fetch-site": "cross-site" }],
  ["a longer host", { origin: "https://host.example.evil.com" }],
  ["another port", { origin: "https://host.example:8443" }],
  ["another scheme on the app's host", { origin: "capacitor://host.example" }],
  ["a site with the app's host in its path", { origin: "https://evil.example/host.example" }],
  ["an allowed host over plain http", { origin: "http://app.example.com" }],
  ["an invalid origin", { origin: "nonsense" }],
])("refuses %s", (_, headers: Record<string, string>) => {
  expect(refusal(headers)).toMatch(/looks cross-site/);
});

test("returns both origins and the options to change in a refusal", () => {
  const message = refusal({ origin: "http://192.168.0.7:5173", host: "localhost:3000" });
  for (const part of ['"http://192.168.0.7:5173"', '"http://host.example"']) {
    expect(message).toContain(part);
  }
  expect(message).toMatch(/allowedOrigins.*X-Forwarded-Host.*trustProxy/);
  expect(refusal({ "sec-fetch-site": "same-site" })).toMatch(/marked the request as same-site/);
});

test("lets only pages from an allowed origin read the response", () => {
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

test.each([
  ["capacitor://localhost"],
  ["ionic://localhost"],
  ["tauri://localhost"],
  ["app://-"],
  ["app://."],
  ["chrome-extension://abcdefghijklmnopabcdefghijklmnop"],
  ["moz-extension://0f0d3c5a-7c11-4d7e-8d4a-0d6f9d3c2b1a"],
  ["http://tauri.localhost"],
  ["http://[::1]:5173"],
  ["http://[0:0:0:0:0:0:0:1]:5173", "http://[::1]:5173"],
  ["https://bücher.example", "https://xn--bcher-kva.example"],
  ["HTTPS://App.Example.com", "https://app.example.com"],
  ["https://app.example.com:443", "https://app.example.com"],
  ["http://app.example.com:80", "http://app.example.com"],
])("accepts %s, whose pages can post and read", (entry, sent = entry) => {
  const some = createOrigins([entry]);
  const request = new Request("http://host.example/", {
    method: "POST",
    headers: { origin: sent, "sec-fetch-site": "cross-site" },
  });
  expect(some.refuse(request)).toBeUndefined();
  // By `Date`, the client converts moments of the server's clock.
  expect(some.headersFor(request)).toMatchObject({
    "access-control-allow-origin": sent,
    "access-control-expose-headers": "date, retry-after, retry-after-ms, easel-attempts",
  });
  const other = new Request("http://host.example/", {
    method: "POST",
    headers: { origin: `${sent}x`, "sec-fetch-site": "cross-site" },
  });
  expect(some.refuse(other)).toBeDefined();
  expect(some.headersFor(other)).toEqual({ vary: "origin" });
});

test.each([
  ["null", /sandboxed frame/],
  ["*", /wildcard/],
  ["https://*.example.com", /wildcard/],
  ["capacitor://*", /wildcard/],
  ["https://app.example.com/", /never match/],
  ["capacitor://localhost/", /never match/],
  ["https://app.example.com/easel", /never match/],
  ["https://user@app.example.com", /never match/],
  ["https://app.example.com?x", /never match/],
  ["app.example.com", /never match/],
  ["localhost:3000", /never match/],
  ["file://", /never match/],
  ["https://", /never match/],
])("rejects %s in allowedOrigins", (origin, why) => {
  expect(() => createOrigins([origin])).toThrow(TypeError);
  expect(() => createOrigins([origin])).toThrow(why);
});

test("refuses a custom scheme that isn't listed", () => {
  expect(refusal({ origin: "capacitor://localhost" }, "http://localhost/")).toBeDefined();
  expect(refusal({ origin: "null", "sec-fetch-site": "cross-site" })).toBeDefined();
});
