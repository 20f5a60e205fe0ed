import { expect, test, vi } from "vitest";
import { EaselError } from "../protocol/EaselError.ts";
import { createClient, type ClientOptions } from "./createClient.ts";

const id = "2c7f59ea-13f1-402c-9353-915a2b5a2124";
const taken = { request_id: id, status: "QUEUED" };

type Send = (request: Request) => Promise<Response>;

/** Creates a client whose host always returns the same response, and records its requests. */
function clientOf(body: unknown, init: ResponseInit = {}, options: ClientOptions = {}) {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  const fetcher = vi.fn<Send>(() => Promise.resolve(new Response(text, init)));
  const client = createClient({ fetcher, ...options });
  return { client, fetcher, sent: () => fetcher.mock.calls.map(([request]) => request) };
}

const caught = (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (error: EaselError) => {
      expect(EaselError.is(error)).toBe(true);
      return error;
    },
  );

test.each([
  [undefined, "http://localhost/api/easel/v2/sdxl-torch"],
  ["/images", "http://localhost/images/v2/sdxl-torch"],
  ["/images//", "http://localhost/images/v2/sdxl-torch"],
  ["https://api.example:8443/easel/", "https://api.example:8443/easel/v2/sdxl-torch"],
  ["https://api.example", "https://api.example/v2/sdxl-torch"],
])("with the base URL %s, submits to %s", async (baseUrl, url) => {
  const { client, sent } = clientOf(taken, {}, { baseUrl });
  expect(await client.submit("sdxl-torch", { prompt: "a" })).toEqual({
    requestId: id,
    state: "queued",
  });
  expect(sent().map(({ url: to }) => to)).toEqual([url]);
});

test("uses the page's current fetch and address without a fetcher", async () => {
  const client = createClient();
  const own = vi.fn<Send>(() => Promise.resolve(Response.json(taken)));
  vi.stubGlobal("fetch", own);
  vi.stubGlobal("location", { href: "https://app.example/studio/new?tab=1" });
  await client.submit("sdxl-torch", {});
  vi.unstubAllGlobals();
  expect(own.mock.calls.map(([request]) => request.url)).toEqual([
    "https://app.example/api/easel/v2/sdxl-torch",
  ]);
});

test("submits with one JSON POST and the attempt's idempotency key", async () => {
  const { client, sent } = clientOf(taken);
  await client.submit(
    "sd2.1-txt2img",
    { prompt: "a", seed: 999_999_999_999_999 },
    { attemptId: "k1" },
  );
  const [request] = sent();
  expect(request?.method).toBe("POST");
  expect(Object.fromEntries(request?.headers ?? [])).toEqual({
    accept: "application/json",
    "content-type": "application/json",
    "idempotency-key": "k1",
  });
  expect(await request?.text()).toBe('{"prompt":"a","seed":999999999999999}');
});

test("calls headers for each request, and ignores a custom accept or content-type", async () => {
  let token = 0;
  const headers = () =>
    Promise.resolve({
      authorization: `Bearer ${++token}`,
      "content-type": "text/plain",
      accept: "*/*",
    });
  const { client, sent } = clientOf(taken, {}, { headers });
  await client.submit("a", {}, { attemptId: "k" });
  await caught(client.getStatus(id));
  const read = (name: string) => sent().map((request) => request.headers.get(name));
  expect(read("authorization")).toEqual(["Bearer 1", "Bearer 2"]);
  expect(read("accept")).toEqual(["application/json", "application/json"]);
  expect(read("content-type")[0]).toBe("application/json");
});

test.each<[string, ClientOptions]>([
  [
    "headers that throw",
    {
      headers: () => {
        throw new Error("no token");
      },
    },
  ],
  ["headers that reject", { headers: () => Promise.reject(new Error("no token")) }],
  ["invalid headers", { headers: () => ({ "not a name": "x" }) }],
])("rejects and sends nothing: %s", async (_, options) => {
  const { client, fetcher } = clientOf(taken, {}, options);
  const error = await caught(client.submit("a", {}));
  expect(error).toMatchObject({ code: "network", charged: "no", retry: "safe" });
  expect(error?.message).toContain("nothing was sent");
  expect(fetcher).not.toHaveBeenCalled();
});

const cycle: Record<string, unknown> = {};
cycle["itself"] = cycle;

test.each([[{ seed: 1n }], [cycle]])(
  "sends nothing if the input can't be represented as JSON",
  async (input) => {
    const { client, fetcher } = clientOf(taken);
    expect(await caught(client.submit("a", input))).toMatchObject({ charged: "no" });
    expect(fetcher).not.toHaveBeenCalled();
  },
);

test.each(["", ".", "..", "a..b", "../a", "a/b", "a\\b", "a?b", "a#b", "a%2fb", "a b", "é", "a\n"])(
  "sends nothing for the ID %j, which would change the request's path",
  async (wrong) => {
    const { client, fetcher } = clientOf(taken);
    expect(await caught(client.submit(wrong, {}))).toMatchObject({
      code: "model_not_found",
      charged: "no",
    });
    for (const asked of [client.getStatus(wrong), client.getResult(wrong)]) {
      expect(await caught(asked)).toMatchObject({ code: "job_not_found" });
    }
    expect(fetcher).not.toHaveBeenCalled();
  },
);

test("accepts the handler's ticket as an ID", async () => {
  const { client, sent } = clientOf({ status: "PROCESSING" });
  const ticket = `1~${id}~sd2.1-txt2img~mjv0w0~${"A-_z".repeat(20)}`;
  expect(await client.getStatus(ticket)).toEqual({ requestId: ticket, state: "processing" });
  expect(sent()[0]?.url).toContain(`/v2/requests/${ticket}/status`);
});

test("reports a lost connection as an unknown submit, or as network for a read", async () => {
  const client = createClient({ fetcher: () => Promise.reject(new TypeError("fetch failed")) });
  expect(await caught(client.submit("a", {}))).toMatchObject({ code: "submit_unknown" });
  expect(await caught(client.getStatus(id))).toMatchObject({ code: "network", charged: "unknown" });
  expect(await caught(client.getResult(id))).toMatchObject({ code: "network", charged: "unknown" });
});

test("rejects a result that isn't ready", async () => {
  const { client } = clientOf({ status: "PROCESSING", output: "https://a.example/b.png" });
  expect(await caught(client.getResult(id))).toMatchObject({ code: "bad_answer", requestId: id });
});

test("reads the host's retry time, even from a successful response", async () => {
  const { client } = clientOf({ status: "PROCESSING" }, { headers: { "retry-after": "30" } });
  const before = Date.now();
  const { retryAt = 0 } = await client.getStatus(id);
  expect(retryAt).toBeGreaterThanOrEqual(before + 30_000);
  expect(retryAt).toBeLessThanOrEqual(Date.now() + 30_000);
});

test("keeps the host's error code for a failed job", async () => {
  const said = { error: "Geen naaktheid.", code: "content_blocked", charged: "no", retry: "never" };
  const { client } = clientOf({ status: "FAILED", ...said }, { status: 422 });
  const expected = { code: said.code, message: said.error, retry: "never", requestId: id };
  expect(await client.getStatus(id)).toMatchObject({ state: "failed", error: expected });
  expect(await caught(client.getResult(id))).toMatchObject(expected);
});

test("downloads an image through the host, and rejects if the host refuses", async () => {
  const { client, sent } = clientOf("bytes", { headers: { "content-type": "image/png" } });
  const blob = await client.getAsset?.("https://a.example/b.png?c=d&e");
  expect([blob?.type, await blob?.text()]).toEqual(["image/png", "bytes"]);
  expect(new URL(sent()[0]?.url ?? "").searchParams.get("url")).toBe(
    "https://a.example/b.png?c=d&e",
  );
  const refused = clientOf({ error: "No.", code: "refused" }, { status: 403 });
  const asked = refused.client.getAsset?.("https://a.example/b.png") ?? Promise.resolve();
  expect(await caught(asked)).toMatchObject({ code: "refused", message: "No." });
});

test.each([
  ["image/png", "image/png"],
  ["", "application/octet-stream"],
  ["text/plain", "application/octet-stream"],
])("uploads an image of type %j unchanged, as %s", async (type, sentAs) => {
  const { client, sent } = clientOf({ url: "https://images.example/a.png" });
  const image = new Blob([Uint8Array.of(0, 255, 10)], { type });
  expect(await client.uploadImage?.(image)).toEqual({ url: "https://images.example/a.png" });
  const [request] = sent();
  expect([request?.method, request?.url]).toEqual(["POST", "http://localhost/api/easel/upload"]);
  expect(request?.headers.get("content-type")).toBe(sentAs);
  expect(new Uint8Array((await request?.arrayBuffer()) ?? [])).toEqual(Uint8Array.of(0, 255, 10));
});

test.each<[string, unknown, ResponseInit, string]>([
  ["too large", { error: "no", code: "too_large", charged: "no" }, { status: 413 }, "too_large"],
  ["no URL", {}, {}, "bad_answer"],
  ["a page", "<html>", {}, "bad_answer"],
])("rejects an upload with an EaselError if the response is: %s", async (_, body, init, code) => {
  const { client } = clientOf(body, init);
  expect(await caught(client.uploadImage?.(new Blob(["a"])) ?? Promise.resolve())).toMatchObject({
    code,
  });
});

test("says that a broken or aborted upload is safe to retry", async () => {
  const broken = createClient({ fetcher: () => Promise.reject(new TypeError("fetch failed")) });
  const upload = (signal?: AbortSignal) =>
    caught(broken.uploadImage?.(new Blob(["a"]), { signal }) ?? Promise.resolve());
  expect(await upload()).toMatchObject({ code: "network", retry: "safe" });
  expect(await upload(AbortSignal.abort())).toMatchObject({ code: "aborted", retry: "safe" });
  const stop = new AbortController();
  const slow = createClient({ fetcher: () => new Promise<never>(() => stop.abort()) });
  const stopped = caught(
    slow.uploadImage?.(new Blob(["a"]), { signal: stop.signal }) ?? Promise.resolve(),
  );
  expect(await stopped).toMatchObject({ code: "aborted", retry: "safe" });
});
