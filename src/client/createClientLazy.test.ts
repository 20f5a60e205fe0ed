import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { EaselError } from "../protocol/EaselError.ts";
import type { ClientOptions } from "./createClient.ts";

const away = new TypeError("Failed to fetch dynamically imported module");
const load = vi.fn<() => Promise<unknown>>();
const real = () => vi.importActual("./createHostClient.ts");

let createClient: typeof import("./createClient.ts").createClient;

beforeEach(async () => {
  load.mockReset().mockImplementation(real);
  vi.doMock("./createHostClient.ts", load);
  // Simulates a page that hasn't loaded any lazy code yet.
  vi.resetModules();
  ({ createClient } = await import("./createClient.ts"));
});
afterEach(() => vi.doUnmock("./createHostClient.ts"));

function clientOf(options: ClientOptions = {}) {
  const fetcher = vi.fn<(request: Request) => Promise<Response>>(() =>
    Promise.resolve(Response.json({ request_id: "job-1", status: "QUEUED" })),
  );
  return { client: createClient({ fetcher, ...options }), fetcher };
}

const caught = (promise: Promise<unknown>): Promise<EaselError> =>
  promise.then(
    () => expect.fail("Expected a rejection."),
    (error: EaselError) => error,
  );

test("loads the HTTP code with the first request", async () => {
  const { client, fetcher } = clientOf();
  await Promise.resolve();
  expect(load).not.toHaveBeenCalled();
  const [one, other] = await Promise.all([
    client.submit("sdxl-torch", { prompt: "a panda" }, { attemptId: "attempt-1" }),
    client.getStatus("job-1"),
  ]);
  expect([one.requestId, other.state]).toEqual(["job-1", "queued"]);
  expect(load).toHaveBeenCalledOnce();
  expect(fetcher).toHaveBeenCalledTimes(2);
  expect(fetcher.mock.calls[0]?.[0].headers.get("idempotency-key")).toBe("attempt-1");
});

test("sends nothing if the code doesn't load, and loads it again with the next call", async () => {
  load.mockRejectedValueOnce(away);
  const { client, fetcher } = clientOf();
  const error = await caught(client.submit("sdxl-torch", { prompt: "a panda" }));
  expect(EaselError.is(error)).toBe(true);
  expect(error).toMatchObject({ code: "not_loaded", charged: "no", retry: "safe" });
  expect(error.remedy).toMatch(
    /^If this keeps happening, reload the page\. It's safe to try again\.$/,
  );
  expect(fetcher).not.toHaveBeenCalled();
  expect(await client.submit("sdxl-torch", { prompt: "a panda" })).toMatchObject({
    requestId: "job-1",
  });
  expect(fetcher).toHaveBeenCalledOnce();
});

test("sends nothing if aborted while the code loads", async () => {
  let come = () => {};
  load.mockImplementation(() => new Promise((resolve) => (come = () => void real().then(resolve))));
  const { client, fetcher } = clientOf();
  const controller = new AbortController();
  const aborted = caught(client.submit("m", {}, { signal: controller.signal }));
  await vi.waitFor(() => expect(load).toHaveBeenCalled());
  controller.abort();
  expect(await aborted).toMatchObject({ code: "aborted", charged: "no" });
  const other = client.getStatus("job-1");
  come();
  await other;
  expect(fetcher).toHaveBeenCalledOnce();
});

test("has an address and subscribe before the code is loaded", () => {
  expect(clientOf({ baseUrl: "/here/" }).client.address).toBe("/here");
  expect(clientOf().client.address).toBeUndefined();
  expect("subscribe" in clientOf({ events: true }).client).toBe(true);
  expect("subscribe" in clientOf().client).toBe(false);
});
