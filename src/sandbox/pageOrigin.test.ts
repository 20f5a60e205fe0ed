import { expect, test } from "vitest";
import { pageOrigin } from "./pageOrigin.ts";

const sameOrigin = { "sec-fetch-site": "same-origin" };

test.each([
  ["the address of the request", {}, "http://server:3000"],
  ["the host that was asked for", { host: "app.example" }, "http://app.example"],
  [
    "the first host and scheme that proxies name",
    { host: "inner", "x-forwarded-host": "app.example, inner", "x-forwarded-proto": "https,http" },
    "https://app.example",
  ],
  [
    "the page that a browser calls the same origin",
    { ...sameOrigin, referer: "https://app.example:8443/studio", host: "inner" },
    "https://app.example:8443",
  ],
  ["no page of another site", { referer: "https://evil.example/" }, "http://server:3000"],
  [
    "no page where the browser says it is another's",
    { "sec-fetch-site": "cross-site", referer: "https://evil.example/" },
    "http://server:3000",
  ],
  ["nothing that is no address", { host: "a b", "x-forwarded-proto": "?" }, "http://server:3000"],
  ["nothing of a broken referrer", { ...sameOrigin, referer: "about:" }, "http://server:3000"],
])("%s", (_, headers: Record<string, string>, origin) => {
  expect(pageOrigin(new Request("http://server:3000/api/easel/health", { headers }))).toBe(origin);
});
