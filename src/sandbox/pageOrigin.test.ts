import { expect, test } from "vitest";
import { pageOrigin } from "./pageOrigin.ts";

const sameOrigin = { "sec-fetch-site": "same-origin" };

test.each([
  ["the request's URL", {}, "http://server:3000"],
  ["the Host header", { host: "app.example" }, "http://app.example"],
  [
    "the first forwarded host and scheme",
    { host: "inner", "x-forwarded-host": "app.example, inner", "x-forwarded-proto": "https,http" },
    "https://app.example",
  ],
  [
    "the Referer header of a same-origin request",
    { ...sameOrigin, referer: "https://app.example:8443/studio", host: "inner" },
    "https://app.example:8443",
  ],
  ["the URL for a Referer alone", { referer: "https://evil.example/" }, "http://server:3000"],
  [
    "the URL for a cross-site request",
    { "sec-fetch-site": "cross-site", referer: "https://evil.example/" },
    "http://server:3000",
  ],
  ["the URL for a bad Host", { host: "a b", "x-forwarded-proto": "?" }, "http://server:3000"],
  ["the URL for a bad Referer", { ...sameOrigin, referer: "about:" }, "http://server:3000"],
])("uses %s", (_, headers: Record<string, string>, origin) => {
  expect(pageOrigin(new Request("http://server:3000/api/easel/health", { headers }))).toBe(origin);
});
