import { beforeAll, expect, test, vi } from "vitest";
import { EaselError } from "../protocol/EaselError.ts";
import { createClient, hostClientModule, type ClientOptions } from "./createClient.ts";

const id = "2c7f59ea-13f1-402c-9353-915a2b5a2124";
const never = () => new Promise<never>(() => undefined);

// Preloads the lazy code, as after an app's first request.
beforeAll(() => hostClientModule.load());

type Send = (request: Request) => Promise<Response>;

function clientOf(options: ClientOptions = {}) {
  const body = { request_id: id, status: "QUEUED" };
  const fetcher = vi.fn<Send>(() => Promise.resolve(Response.json(body)));
  return { client: createClient({ fetcher, ...options }), fetcher };
}

const caught = (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (error: EaselError) => {
      expect(EaselError.is(error)).toBe(true);
      return error;
    },
  );

test("sends nothing if already aborted", async () => {
  const { client, fetcher } = clientOf();
  const signal = AbortSignal.abort();
  for (const asked of [client.submit("a", {}, { signal }), client.getStatus(id, { signal })]) {
    expect(await caught(asked)).toMatchObject({ code: "aborted", charged: "no" });
  }
  expect(fetcher).not.toHaveBeenCalled();
});

test("sends nothing if aborted while the headers are pending", async () => {
  const caller = new AbortController();
  const { client, fetcher } = clientOf({ headers: never });
  const ending = caught(client.submit("a", {}, { signal: caller.signal }));
  caller.abort();
  expect(await ending).toMatchObject({ code: "aborted", charged: "no" });
  expect(fetcher).not.toHaveBeenCalled();
});

test.each<[string, Send]>([
  ["a fetcher that ignores the signal", never],
  ["a response whose body never ends", () => Promise.resolve(new Response(new ReadableStream()))],
])("rejects immediately when aborted in flight: %s", async (_, fetcher) => {
  const caller = new AbortController();
  const client = createClient({ fetcher });
  const { signal } = caller;
  const endings = [
    caught(client.submit("a", {}, { signal })),
    caught(client.getStatus(id, { signal })),
  ];
  await new Promise((resolve) => setTimeout(resolve));
  caller.abort();
  const [submit, status] = await Promise.all(endings);
  expect(submit).toMatchObject({ code: "aborted", charged: "unknown", retry: "unsafe" });
  expect(status).toMatchObject({ code: "aborted", retry: "safe" });
});

test("passes the signal to the fetcher", async () => {
  const { client, fetcher } = clientOf();
  const caller = new AbortController();
  await client.getStatus(id, { signal: caller.signal });
  caller.abort();
  expect(fetcher.mock.calls[0]?.[0].signal.aborted).toBe(true);
});
