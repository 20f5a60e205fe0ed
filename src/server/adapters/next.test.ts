import { expect, test } from "vitest";
import { toNextHandlers } from "./next.ts";

test("exports each method that the handler supports", async () => {
  const handlers = toNextHandlers(async (request) => new Response(request.method));
  expect(Object.keys(handlers)).toEqual(["GET", "POST", "HEAD", "OPTIONS"]);
  const answers = await Promise.all(
    Object.entries(handlers).map(async ([method, answer]) =>
      (await answer(new Request("https://host.example/", { method }))).text(),
    ),
  );
  expect(answers).toEqual(Object.keys(handlers));
});
