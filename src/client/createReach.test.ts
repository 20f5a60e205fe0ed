import { afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { EaselError } from "../protocol/EaselError.ts";
import { createClient, hostClientModule, type ClientOptions } from "./createClient.ts";

const config = { models: [], limits: {} };
const page = "<!doctype html><title>Home</title>";
const html = { headers: { "content-type": "text/html" } };

type Send = (request: Request) => Promise<Response>;

let said: ReturnType<typeof vi.spyOn>;

beforeAll(() => hostClientModule.load());
beforeEach(() => {
  said = vi.spyOn(console, "error").mockImplementation(() => {});
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

function clientOf(send: Send, options: ClientOptions = {}) {
  const fetcher = vi.fn(send);
  return { client: createClient({ baseUrl: "/api/easel", fetcher, ...options }), fetcher };
}

const failed = (promise: Promise<unknown> | undefined): Promise<EaselError> =>
  Promise.resolve(promise).then(
    () => expect.fail("Expected a rejection."),
    (error: EaselError) => error,
  );

const redirected = (response: Response) =>
  Object.defineProperty(response, "redirected", { value: true });

test.each<[string, Send, RegExp]>([
  ["no network", () => Promise.reject(new TypeError("Failed to fetch")), /Failed to fetch.*CORS/],
  ["an SPA's page", async () => new Response(page, html), /200 with a page.*SPA fallback/],
  ["a missing route", async () => new Response(page, { ...html, status: 404 }), /404 with a page/],
  ["a missing route in text", async () => new Response("404", { status: 404 }), /404 with text/],
  [
    "a missing route in JSON",
    async () => Response.json({ detail: "Not Found" }, { status: 404 }),
    /404 with other JSON/,
  ],
  ["an empty body", async () => new Response(""), /200 with an empty body/],
  ["a firewall", async () => new Response(page, { status: 403 }), /403 with a page/],
  [
    "a gateway's page",
    async () => new Response(page, { ...html, status: 502 }),
    /502 with a page.*failing/,
  ],
  [
    "API Gateway's missing route",
    async () => Response.json({ message: "Missing Authentication Token" }, { status: 403 }),
    /403 with other JSON/,
  ],
  [
    "a bad gateway in JSON",
    async () => Response.json({ message: "Internal server error" }, { status: 502 }),
    /502 with other JSON.*failing/,
  ],
  [
    "API Gateway without a function",
    async () => Response.json({ message: "Service Unavailable" }, { status: 503 }),
    /503 with other JSON.*failing/,
  ],
  [
    "a gateway's timeout in JSON",
    async () => Response.json({ message: "Endpoint request timed out" }, { status: 504 }),
    /504 with other JSON.*failing/,
  ],
])("rejects and explains in the console if there is no backend: %s", async (_, send, reason) => {
  const { client, fetcher } = clientOf(send);
  const error = await failed(client.reach?.());
  expect(error).toMatchObject({ code: "backend_unreachable", charged: "no", retry: "safe" });
  expect((error.cause as Error).message).toMatch(reason);
  expect(said).toHaveBeenCalledExactlyOnceWith(expect.stringMatching(reason));
  expect(said).toHaveBeenCalledWith(expect.stringContaining("http://localhost/api/easel/config"));
  await failed(client.reach?.());
  expect(said).toHaveBeenCalledOnce();
  expect(fetcher.mock.calls.map(([{ method }]) => method)).toEqual(["GET", "GET"]);
});

test("reports a transient failure, and explains a wrong address", async () => {
  const down = clientOf(async () => new Response(page, { status: 503 }));
  const wrong = clientOf(async () => new Response(page, html));
  expect((await failed(down.client.reach?.())).message).not.toMatch(/createHandler/);
  expect((await failed(wrong.client.reach?.())).message).toMatch(/createHandler.*baseUrl/);
});

test.each<[string, Send]>([
  ["the config", async () => Response.json(config)],
  [
    "a handler's error",
    async () => Response.json(new EaselError("rate_limited").toJSON(), { status: 429 }),
  ],
  [
    "a handler's refusal",
    async () => Response.json(new EaselError("refused").toJSON(), { status: 403 }),
  ],
  [
    "a handler without an API key",
    async () => Response.json(new EaselError("not_configured").toJSON(), { status: 503 }),
  ],
  [
    "a handler mounted elsewhere",
    async () => Response.json(new EaselError("not_found").toJSON(), { status: 404 }),
  ],
  ["a custom backend's JSON", async () => Response.json({ message: "Use v2." }, { status: 400 })],
])("accepts a backend after one request: %s", async (_, send) => {
  const { client, fetcher } = clientOf(send);
  await client.reach?.();
  expect(client.reach?.()).toBeUndefined();
  expect(fetcher).toHaveBeenCalledOnce();
  expect(said).not.toHaveBeenCalled();
});

test("prints the address of a misplaced handler once", async () => {
  const message = 'The handler is mounted at "/images", not at this path.';
  const error = new EaselError("not_found", { message });
  const { client } = clientOf(async () => Response.json(error.toJSON(), { status: 404 }));
  expect((await failed(client.getConfig?.())).message).toBe(message);
  await failed(client.getConfig?.());
  expect(said).toHaveBeenCalledExactlyOnceWith(expect.stringContaining(message));
  expect(said).toHaveBeenCalledWith(expect.stringContaining("http://localhost/api/easel/config"));
});

test.each<[string, () => Response, string]>([
  ["an expired session", () => new Response(page, { status: 401 }), "unauthorized"],
  ["a login page", () => redirected(new Response(page, html)), "unauthorized"],
  ["a proxy's rate limit", () => new Response(page, { status: 429 }), "rate_limited"],
])("rejects with a specific error, without a charge: %s", async (_, answer, code) => {
  const { client } = clientOf(async () => answer());
  expect(await failed(client.reach?.())).toMatchObject({ code, charged: "no" });
  expect(said).not.toHaveBeenCalled();
});

test("doesn't send a request if the form has already loaded the config", async () => {
  const { client, fetcher } = clientOf(async () => Response.json(config));
  await client.getConfig?.();
  expect(client.reach?.()).toBeUndefined();
  expect(fetcher).toHaveBeenCalledOnce();
});

test("shares one request between all callers", async () => {
  const { client, fetcher } = clientOf(async () => Response.json(config));
  await Promise.all([client.getConfig?.(), client.reach?.(), client.reach?.()]);
  expect(fetcher).toHaveBeenCalledOnce();
});

test("repeats the request if the form that sent it is unmounted", async () => {
  const leaving = new AbortController();
  let isFirst = true;
  const { client, fetcher } = clientOf(async () => {
    if (!isFirst) return Response.json(config);
    isFirst = false;
    return new Promise(() => {});
  });
  const form = failed(client.getConfig?.({ signal: leaving.signal }));
  const reached = client.reach?.();
  await vi.waitFor(() => expect(fetcher).toHaveBeenCalled());
  leaving.abort();
  expect((await form).code).toBe("aborted");
  await reached;
  expect(fetcher).toHaveBeenCalledTimes(2);
});

test("times out, and sends another request on the next call", async () => {
  vi.useFakeTimers();
  const { client, fetcher } = clientOf(() => new Promise(() => {}));
  const error = failed(client.reach?.());
  await vi.advanceTimersByTimeAsync(30_000);
  expect(await error).toMatchObject({ code: "backend_unreachable", charged: "no" });
  expect(said).toHaveBeenCalledExactlyOnceWith(expect.stringMatching(/no response in time/));
  fetcher.mockImplementation(async () => Response.json(config));
  await client.reach?.();
  expect(client.reach?.()).toBeUndefined();
});

test("reports offline as network, and prints nothing", async () => {
  vi.stubGlobal("navigator", { onLine: false });
  const { client } = clientOf(() => Promise.reject(new TypeError("Failed to fetch")));
  expect(await failed(client.reach?.())).toMatchObject({ code: "network", charged: "no" });
  expect(said).not.toHaveBeenCalled();
});

test("rejects an aborted caller without a charge, and continues for the others", async () => {
  let answer: (response: Response) => void = () => {};
  const { client, fetcher } = clientOf(() => new Promise((resolve) => (answer = resolve)));
  const caller = new AbortController();
  const stopped = failed(client.reach?.({ signal: caller.signal }));
  const other = client.reach?.();
  await vi.waitFor(() => expect(fetcher).toHaveBeenCalled());
  caller.abort();
  expect(await stopped).toMatchObject({ code: "aborted", charged: "no" });
  answer(Response.json(config));
  await other;
  expect(client.reach?.()).toBeUndefined();
});
