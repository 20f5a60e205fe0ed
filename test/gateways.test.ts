import { EaselError } from "react-easel/client";
import { expect, test } from "vitest";
import { createTestStack } from "./createTestStack.ts";

/** What gateways answer with, when the function behind them has taken the request and goes on. */
const timeouts: readonly (readonly [string, () => Response])[] = [
  [
    "Azure Static Web Apps",
    () => Response.json({ statusCode: 500, message: "Internal server error" }, { status: 500 }),
  ],
  ["API Gateway", () => Response.json({ message: "Endpoint request timed out" }, { status: 504 })],
  [
    "Vercel",
    () => Response.json({ error: { code: "500", message: "A server error" } }, { status: 500 }),
  ],
  ["Netlify", () => Response.json({ errorMessage: "Task timed out" }, { status: 502 })],
  ["a WAF that reads answers", () => Response.json({ message: "Forbidden" }, { status: 403 })],
  ["a CDN's error page", () => new Response("<!doctype html>", { status: 404 })],
  ["a CDN's error page under 200", () => new Response("<!doctype html>")],
];

test.each(timeouts)("a job that %s hides may have been charged", async (_, answer) => {
  const { client, countCalls } = createTestStack({
    intercept: async (request, handler) => {
      const response = await handler(request);
      return request.method === "POST" ? answer() : response;
    },
  });
  const submitted = client.submit("sdxl-torch", { prompt: "a lighthouse" });
  const error = await submitted.catch((cause: unknown) => cause);
  expect(EaselError.is(error)).toBe(true);
  expect(error).toMatchObject({ charged: "unknown", retry: "unsafe" });
  expect(countCalls("submit")).toBe(1);
});
