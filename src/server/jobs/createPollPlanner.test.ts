import { expect, test } from "vitest";
import { createTestStack } from "../../../test/createTestStack.ts";

test.each<[string, () => unknown]>([
  ["NaN", () => NaN],
  ["Infinity", () => Infinity],
  ["a negative number", () => -1],
  ["a string", () => "500"],
  ["a promise", () => Promise.reject(new Error("boom"))],
  [
    "nothing, due to an error",
    () => {
      throw new Error("boom");
    },
  ],
])("replaces a delay of %s with the default, and reports it once", async (_, delay) => {
  const { submit, poll, events } = createTestStack({
    handler: { pollDelay: delay as () => number },
  });
  const { body } = await submit({ prompt: "a red fox" });
  const first = await poll(body["request_id"]);
  expect(first.status).toBe(200);
  expect(Number(first.headers.get("retry-after-ms"))).toBeGreaterThan(0);
  const second = await submit({ prompt: "a cat" });
  await poll(second.body["request_id"]);
  expect(events.filter(({ type }) => type === "error")).toMatchObject([{ where: "pollDelay" }]);
});
