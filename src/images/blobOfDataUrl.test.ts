import { expect, test } from "vitest";
import { blobOfDataUrl } from "./blobOfDataUrl.ts";

test("bytes and type come out of a data URL, with base64 and without", async () => {
  const png = blobOfDataUrl("data:image/png;base64,YWJj");
  expect([png?.type, await png?.text()]).toEqual(["image/png", "abc"]);
  const svg = blobOfDataUrl("data:image/svg+xml;charset=utf-8,%3Csvg%2F%3E");
  expect([svg?.type, await svg?.text()]).toEqual(["image/svg+xml", "<svg/>"]);
});

test("what can't be read is undefined", () => {
  expect(blobOfDataUrl("data:image/png;base64,%%%")).toBeUndefined();
  expect(blobOfDataUrl("https://a.test/b.png")).toBeUndefined();
  expect(blobOfDataUrl("data:image/png")).toBeUndefined();
});
