import { expect, test } from "vitest";
import { decodeDataUrl } from "./decodeDataUrl.ts";

test("decodes a data URL's bytes and type, with and without base64", async () => {
  const png = decodeDataUrl("data:image/png;base64,YWJj");
  expect([png?.type, await png?.text()]).toEqual(["image/png", "abc"]);
  const svg = decodeDataUrl("data:image/svg+xml;charset=utf-8,%3Csvg%2F%3E");
  expect([svg?.type, await svg?.text()]).toEqual(["image/svg+xml", "<svg/>"]);
});

test("returns undefined for an invalid data URL", () => {
  expect(decodeDataUrl("data:image/png;base64,%%%")).toBeUndefined();
  expect(decodeDataUrl("https://a.test/b.png")).toBeUndefined();
  expect(decodeDataUrl("data:image/png")).toBeUndefined();
});
