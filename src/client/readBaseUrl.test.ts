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
  "api/easel",
  "./api/easel",
  "../api",
  "localhost:3000/api",
  "//api.example/easel",
  "///api/easel",
  "//",
  "\\api",
  "/\\api.example",
  "/api/easel?user=1",
  "/api/easel#top",
  " /api/easel",
  "/api easel",
  "",
  undefined,
  null,
  "http://[",
  "https://",
  "https:///api",
])("rejects %j and explains the format", (baseUrl) => {
  const read = () => readBaseUrl(baseUrl as string);
  expect(read).toThrow(TypeError);
  expect(read).toThrow(/relative to each page.*Use .*"\/api\/easel"/);
});

test("createClient rejects an invalid base URL when it is called", () => {
  expect(() => createClient({ baseUrl: "api/easel" })).toThrow(
    /^createClient: baseUrl "api\/easel"/,
  );
});
