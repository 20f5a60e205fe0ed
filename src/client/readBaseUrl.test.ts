import { expect, test } from "vitest";
import { createClient } from "./createClient.ts";
import { readBaseUrl } from "./readBaseUrl.ts";

test.each([
  ["/api/easel", "/api/easel"],
  ["/api/easel/", "/api/easel"],
  ["/images///", "/images"],
  ["/", ""],
  ["https://api.example:8443/easel/", "https://api.example:8443/easel"],
  ["http://localhost:3000", "http://localhost:3000"],
  ["http://[::1]:3000/", "http://[::1]:3000"],
  ["capacitor://localhost/api", "capacitor://localhost/api"],
])("reads %s as %s", (baseUrl, base) => {
  expect(readBaseUrl(baseUrl)).toBe(base);
});

test.each([
  ["api/easel", /relative to the path of each page.*"\/api\/easel"/],
  ["./api/easel", /relative/],
  ["../api", /relative/],
  ["localhost:3000/api", /relative/],
  ["//api.example/easel", /two slashes.*name of a host/],
  ["///api/easel", /two slashes/],
  ["\\api", /backslash/],
  ["/\\api.example", /backslash/],
  ["/api/easel?user=1", /query/],
  ["/api/easel#top", /hash/],
  [" /api/easel", /space/],
  ["", /is empty/],
  [undefined, /is empty/],
  [null, /is empty/],
  ["http://[", /no valid address/],
  ["https://", /no valid address/],
])("refuses %j and says how to write it", (baseUrl, reason) => {
  const read = () => readBaseUrl(baseUrl as string);
  expect(read).toThrow(TypeError);
  expect(read).toThrow(reason);
});

test("createClient refuses it when it is called", () => {
  expect(() => createClient({ baseUrl: "api/easel" })).toThrow(
    /^createClient: baseUrl "api\/easel"/,
  );
});
