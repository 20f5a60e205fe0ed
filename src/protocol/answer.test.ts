import { expect, test } from "vitest";
import { bodyText, readAnswer } from "./answer.ts";

test.each([
  ["JSON", '{"a":1}', { a: 1 }],
  ["JSON after a byte order mark", '\ufeff{"a":1}', { a: 1 }],
  ["a list", "[1]", [1]],
  ["null", "null", null],
  ["empty", "", undefined],
  ["truncated JSON", '{"a":', undefined],
  ["a page", "<html></html>", undefined],
])("reads a body that is %s", async (_, text, body) => {
  const headers = { "content-type": "text/html", "x-a": "b" };
  const answer = await readAnswer(new Response(text, { status: 418, headers }));
  expect(answer).toMatchObject({
    status: 418,
    redirected: false,
    text: text.replace("\ufeff", ""),
  });
  expect(answer.body).toEqual(body);
  expect(answer.headers.get("x-a")).toBe("b");
});

test("reports a redirect", async () => {
  const response = new Response("<form>", { status: 200 });
  Object.defineProperty(response, "redirected", { value: true });
  expect(await readAnswer(response)).toMatchObject({ redirected: true, status: 200 });
});

test("rejects when the connection breaks", async () => {
  const stream = new ReadableStream({
    start: (controller) => controller.enqueue(new TextEncoder().encode('{"status":')),
    pull: () => Promise.reject(new TypeError("terminated")),
  });
  await expect(readAnswer(new Response(stream))).rejects.toThrow("terminated");
});

test.each([
  [{ error: "no" }, "no"],
  [{ error: "" }, undefined],
  [{ error: 4 }, undefined],
  [{ error: { message: "no" } }, undefined],
  [{}, undefined],
  [null, undefined],
  ["error", undefined],
  [["error"], undefined],
])("reads the text of %j as %j", async (body, expected) => {
  expect(bodyText(await readAnswer(Response.json(body)), "error")).toBe(expected);
});
