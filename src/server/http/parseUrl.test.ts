import { expect, test } from "vitest";
import { parseUrl } from "./parseUrl.ts";

test.each(["", "a.png", "http://", "http://a b", "//example.com"])("rejects %j", (text) => {
  expect(parseUrl(text)).toBe(undefined);
});

test("parses an international host name every time, even after Node optimizes the call", () => {
  const names = ["https://bücher.example", "https://a.example"];
  for (let call = 0; call < 20_000; call += 1) parseUrl(names[call % 2] ?? "");
  expect(parseUrl("https://bücher.example")?.host).toBe("xn--bcher-kva.example");
});
