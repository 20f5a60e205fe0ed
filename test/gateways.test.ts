import { submitJob, createLedger, EaselError } from "react-easel/client";
import { expect, test, vi } from "vitest";
import { createTestStack } from "./createTestStack.ts";

/** Gateway responses to a request whose function continues to run. */
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

test.each(timeouts)("reports a job as possibly charged if %s hides it", async (_, answer) => {
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

test.each<[string, () => Promise<Response>]>([
  ["an SPA fallback", async () => new Response("<!doctype html><div id=root></div>")],
  ["CORS or a content security policy", () => Promise.reject(new TypeError("Failed to fetch"))],
  ["a missing route", async () => new Response("Cannot GET", { status: 404 })],
  [
    "API Gateway's missing route",
    async () => Response.json({ message: "Missing Authentication Token" }, { status: 403 }),
  ],
  [
    "a gateway without a backend",
    async () => Response.json({ message: "Service Unavailable" }, { status: 503 }),
  ],
])("sends and charges nothing if %s responds instead of the handler", async (_, answer) => {
  const said = vi.spyOn(console, "error").mockImplementation(() => {});
  const intercept = vi.fn(answer);
  const { client, countCalls } = createTestStack({ intercept });
  const ledger = createLedger();
  const run = { modelId: "sdxl-torch", scope: "form", input: { prompt: "a lighthouse" } };
  await expect(submitJob({ client, ledger, ...run })).rejects.toMatchObject({
    code: "backend_unreachable",
    charged: "no",
    retry: "safe",
  });
  expect(ledger.list()).toMatchObject([{ submit: "refused" }]);
  expect(countCalls("submit")).toBe(0);
  expect(intercept).toHaveBeenCalledOnce();
  expect(said).toHaveBeenCalledOnce();
  said.mockRestore();
});

test("marks a submit as unknown if the server fails after its response", async () => {
  let isDown = false;
  const { client } = createTestStack({
    intercept: async (request, handler) => {
      if (isDown) throw new TypeError("Failed to fetch");
      return handler(request);
    },
  });
  await client.getConfig?.();
  isDown = true;
  const run = { modelId: "sdxl-torch", scope: "form", input: { prompt: "a lighthouse" } };
  await expect(submitJob({ client, ledger: createLedger(), ...run })).rejects.toMatchObject({
    code: "submit_unknown",
    charged: "unknown",
  });
});
