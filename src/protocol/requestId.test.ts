import { expect, test } from "vitest";
import { isRequestId } from "./requestId.ts";

test.each([
  "2c7f59ea-13f1-402c-9353-915a2b5a2124",
  "1~2c7f59ea~sd2.1-txt2img~mjv0w0~A-_z",
  "a",
  "a".repeat(512),
])("accepts %j", (id) => {
  expect(isRequestId(id)).toBe(true);
});

test.each([
  "",
  ".",
  "..",
  "...",
  "a..b",
  "a/b",
  "a\\b",
  "a?b",
  "a#b",
  "a%2fb",
  "a b",
  "a\n",
  "é",
  "a".repeat(513),
])("rejects %j", (id) => {
  expect(isRequestId(id)).toBe(false);
});
