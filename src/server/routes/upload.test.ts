import { encode } from "fast-png";
import { expect, test, vi } from "vitest";
import { apiKey, createTestStack, type TestStackOptions } from "../../../test/createTestStack.ts";
import { sdxlImg2img } from "../../models/catalog/sdxlImg2img.ts";
import { segmind } from "../backends/segmind.ts";
import type { HandlerOptions } from "../options/handlerOptions.ts";

const png = Uint8Array.from(encode({ width: 3, height: 2, data: new Uint8Array(24), channels: 4 }));
/** An image of the given length. What follows its end isn't read. */
const pngOf = (size: number): Uint8Array<ArrayBuffer> => {
  const bytes = new Uint8Array(size);
  bytes.set(png);
  return bytes;
};

function setUp(handler: Partial<HandlerOptions> = {}, options: TestStackOptions = {}) {
  const stack = createTestStack({ ...options, handler: { models: [sdxlImg2img], ...handler } });
  const ask = async (
    body: BodyInit | null,
    headers: Record<string, string> = {},
    init: RequestInit = {},
  ) => {
    // A server gets a form as bytes. Node 24 throws where a FormData itself is canceled while it is read.
    const form = body instanceof FormData ? new Response(body) : undefined;
    const all = {
      method: "POST",
      body: form ? await form.arrayBuffer() : body,
      headers: { ...Object.fromEntries(form?.headers ?? []), ...headers },
      // A stream as a body needs it, and the types do not know it.
      duplex: "half",
      ...init,
    };
    return stack.askJson("/upload", all);
  };
  return { ...stack, ask };
}

const raw = { "content-type": "image/png" };
const formHeader = { "x-easel-upload": "1" };
const formOf = (...files: (Blob | string)[]): FormData => {
  const form = new FormData();
  for (const file of files) form.append("file", file);
  return form;
};

test.each<[string, BodyInit, Record<string, string>]>([
  ["as raw bytes", pngOf(600), raw],
  ["as bytes of an unknown type", pngOf(600), { "content-type": "application/octet-stream" }],
  ["with a wrong type", pngOf(600), { "content-type": "image/svg+xml" }],
  ["in a form", formOf(new Blob([pngOf(600)], { type: "text/html" })), formHeader],
])(
  "sends an image that arrives %s to the service with its detected type and only the key",
  async (_, body, headers) => {
    const { ask, upstream, sandbox, events } = setUp();
    const own = { ...headers, cookie: "session=1", authorization: "Bearer x" };
    const { status, body: answer } = await ask(body, own);
    expect([status, Object.keys(answer)]).toEqual([200, ["url"]]);
    expect(upstream).toHaveLength(1);
    const [request] = upstream;
    expect(request?.url).toBe("https://workflows-api.segmind.com/upload-asset");
    expect(Object.fromEntries(request?.headers ?? [])).toEqual({
      accept: "application/json",
      "content-type": "application/json",
      "x-api-key": apiKey,
    });
    expect(await request?.json()).toEqual({
      data_urls: [`data:image/png;base64,${Buffer.from(pngOf(600)).toString("base64")}`],
    });
    expect(events).toMatchObject([{ type: "upstream", call: "upload" }]);
    expect(sandbox.log).toMatchObject([{ step: "upload" }]);
    const file = await sandbox.fetch(new Request(answer["url"] as string));
    expect(new Uint8Array(await file.arrayBuffer())).toEqual(pngOf(600));
  },
);

test.each<[string, string | undefined, string]>([
  [undefined as never, undefined, "https://workflows-api.segmind.com/upload-asset"],
  ["https://api.segmind.com/", undefined, "https://workflows-api.segmind.com/upload-asset"],
  ["http://localhost:8787", undefined, "http://localhost:8787/upload-asset"],
  ["http://localhost:8787", "https://up.example/upload-asset", "https://up.example/upload-asset"],
])("uploads with baseUrl %s and uploadUrl %s to %s", async (baseUrl, uploadUrl, expected) => {
  const { ask, upstream } = setUp({}, { backend: { baseUrl, uploadUrl } });
  expect((await ask(png, raw)).status).toBe(200);
  expect(upstream.map(({ url }) => url)).toEqual([expected]);
});

test("throws for an unsafe uploadUrl", () => {
  expect(() => setUp({}, { backend: { uploadUrl: "http://up.example" } })).toThrow(
    /uploadUrl is "http:/,
  );
});

const svg = '<svg xmlns="http://www.w3.org/2000/svg"/>';

test.each<[string, BodyInit | null, Record<string, string>, number, string, RegExp]>([
  ["an SVG", svg, { "content-type": "image/svg+xml" }, 415, "not_a_picture", /supported image/],
  ["a page declared as an image", "<!doctype html>", raw, 415, "not_a_picture", /supported image/],
  [
    "an SVG in a form",
    formOf(new Blob([svg])),
    formHeader,
    415,
    "not_a_picture",
    /supported image/,
  ],
  ["an empty body", null, raw, 415, "not_a_picture", /supported image/],
  ["a form without a file", formOf("words"), formHeader, 400, "invalid_request", /one file/],
  [
    "a form with two files",
    formOf(new Blob([png]), new Blob([png])),
    formHeader,
    400,
    "invalid_request",
    /one file/,
  ],
  ["an empty form", formOf(), formHeader, 400, "invalid_request", /form/],
  [
    "an invalid form",
    "x",
    { "content-type": "multipart/form-data; boundary=a", ...formHeader },
    400,
    "invalid_request",
    /form can't be read/,
  ],
  [
    "a form that another site could send",
    formOf(new Blob([png])),
    {},
    400,
    "invalid_request",
    /x-easel-upload/,
  ],
  ["bytes without a type", new Blob([png]), {}, 400, "invalid_request", /octet-stream/],
  ["text", "x", { "content-type": "text/plain" }, 400, "invalid_request", /octet-stream/],
  [
    "a URL-encoded form",
    new URLSearchParams({ a: "b" }),
    {},
    400,
    "invalid_request",
    /octet-stream/,
  ],
  ["an image that is too large", pngOf(1_001), raw, 413, "too_large", /too large/],
  [
    "an image that is too large in a form",
    formOf(new Blob([pngOf(1_001)])),
    formHeader,
    413,
    "too_large",
    /too large/,
  ],
  [
    "a form that is too large",
    formOf(new Blob([pngOf(1_000)]), "x".repeat(20_000)),
    formHeader,
    413,
    "too_large",
    /too large/,
  ],
  [
    "an image from another site",
    png,
    { ...raw, origin: "https://evil.example" },
    403,
    "cross_site",
    /looks cross-site/,
  ],
  [
    "an image from a same-site origin",
    png,
    { ...raw, "sec-fetch-site": "same-site" },
    403,
    "cross_site",
    /looks cross-site/,
  ],
])("rejects %s", async (_, body, headers, status, code, words) => {
  const { ask, upstream } = setUp({ limits: { uploadBytes: 1_000 } });
  const answer = await ask(body, headers);
  expect([answer.status, answer.body["code"], answer.body["charged"]]).toEqual([
    status,
    code,
    "no",
  ]);
  expect(answer.body["error"]).toMatch(words);
  expect(upstream).toEqual([]);
});

test("accepts an image at the byte and pixel limits, and rejects one above them", async () => {
  const { ask } = setUp({ limits: { uploadBytes: 1_000, uploadPixels: 6 } });
  expect((await ask(pngOf(1_000), raw)).status).toBe(200);
  expect((await ask(formOf(new Blob([pngOf(1_000)])), formHeader)).status).toBe(200);
  const small = setUp({ limits: { uploadPixels: 5 } });
  const { status, body } = await small.ask(png, raw);
  expect([status, body["code"], body["error"]]).toEqual([
    413,
    "too_large",
    "The image has 6 pixels, but at most 5 are allowed.",
  ]);
  expect(small.upstream).toEqual([]);
});

test("counts received bytes instead of the declared length, and stops an endless stream", async () => {
  const pull = vi.fn((controller: ReadableStreamDefaultController<Uint8Array>) => {
    controller.enqueue(pngOf(100));
  });
  const { ask, upstream } = setUp({ limits: { uploadBytes: 1_000 } });
  const { status } = await ask(new ReadableStream({ pull }), { ...raw, "content-length": "10" });
  expect([status, upstream]).toEqual([413, []]);
  expect(pull.mock.calls.length).toBeLessThan(20);
});

test("rejects an incomplete body, or one that authorize has read", async () => {
  const broken = new ReadableStream<Uint8Array>({
    pull: (controller) => controller.error(new Error("gone")),
  });
  const first = setUp();
  expect((await first.ask(broken, raw)).body).toMatchObject({ code: "invalid_request" });
  const second = setUp({
    authorize: async (request) => {
      await request.arrayBuffer();
      return { userId: "ada" };
    },
  });
  const { status, body } = await second.ask(png, raw);
  expect([status, body["code"], body["charged"]]).toEqual([500, "internal", "no"]);
  expect(second.events[0]).toMatchObject({ type: "error", where: "authorize" });
  expect([...first.upstream, ...second.upstream]).toEqual([]);
});

test("refuses a visitor without a user, and any upload if the service accepts none", async () => {
  const stranger = setUp({ authorize: () => null });
  expect((await stranger.ask(png, raw)).status).toBe(401);
  expect(stranger.upstream).toEqual([]);
  const backend = segmind({ apiKey });
  delete backend.uploadImage;
  expect((await setUp({ backend }).ask(png, raw)).status).toBe(404);
});

test.each<[string, () => Response | Promise<Response>, number, string]>([
  [
    "refuses the key",
    () => Response.json({ error: "invalid API key" }, { status: 401 }),
    502,
    "upstream_key_invalid",
  ],
  ["can't be found", () => new Response("no", { status: 404 }), 502, "bad_answer"],
  ["is down", () => new Response("<html>", { status: 503 }), 502, "upstream_unavailable"],
  [
    "can't be reached",
    () => Promise.reject(new TypeError(`no ${apiKey}`)),
    502,
    "upstream_unavailable",
  ],
  ["responds with a page", () => new Response("<html>"), 502, "bad_answer"],
  ["responds with no URLs", () => Response.json({ file_urls: [] }), 502, "bad_answer"],
  ["responds with null", () => Response.json(null), 502, "bad_answer"],
  [
    "returns a URL with a script",
    () => Response.json({ file_urls: ["javascript:alert(1)"] }),
    502,
    "bad_answer",
  ],
  [
    "returns a URL without TLS",
    () => Response.json({ file_urls: ["http://a.example/b"] }),
    502,
    "bad_answer",
  ],
  ["redirects", () => Response.redirect("http://169.254.169.254/", 307), 502, "bad_answer"],
])("returns an uncharged error for a service that %s", async (_, answer, status, code) => {
  const { ask, upstream } = setUp({}, { fetch: async () => answer() });
  const result = await ask(png, raw);
  expect([result.status, result.body["code"], result.body["charged"]]).toEqual([
    status,
    code,
    "no",
  ]);
  expect(JSON.stringify(result.body)).not.toContain(apiKey);
  expect(upstream).toHaveLength(1);
});

test("aborts an upload if the browser disconnects", async () => {
  const stop = new AbortController();
  const { ask, upstream } = setUp(
    {},
    {
      fetch: (request) =>
        new Promise((_resolve, reject) => {
          request.signal.addEventListener("abort", () => reject(request.signal.reason as Error));
          stop.abort();
        }),
    },
  );
  expect((await ask(png, raw, { signal: stop.signal })).body).toMatchObject({ code: "aborted" });
  expect(upstream).toHaveLength(1);
});

test("sends four uploads at once, at most two per user, and reads at most four per user", async () => {
  const ends: (() => void)[] = [];
  const uploadImage = () =>
    new Promise<{ url: string }>((resolve) => {
      ends.push(() => resolve({ url: "https://images.example/a.png" }));
    });
  const backend = { ...segmind({ apiKey }), uploadImage };
  const { ask } = setUp({ backend });
  let read = 0;
  const body = () =>
    new ReadableStream<Uint8Array>(
      {
        pull(controller) {
          read += 1;
          controller.enqueue(pngOf(600));
          controller.close();
        },
      },
      { highWaterMark: 0 },
    );
  const users = ["ada", "ada", "ada", "ada", "ada", "bea", "bea"];
  const send = (user: string) => ask(body(), { ...raw, "x-user": user });
  const answers = users.slice(0, 5).map(send);
  await vi.waitFor(() => expect([read, ends.length]).toEqual([4, 2]));
  answers.push(...users.slice(5).map(send));
  await vi.waitFor(() => expect([read, ends.length]).toEqual([6, 4]));
  while (ends.length > 0) {
    ends.shift()?.();
    // oxlint-disable-next-line eslint/no-await-in-loop
    await new Promise((resolve) => setImmediate(resolve));
  }
  expect((await Promise.all(answers)).map(({ status }) => status)).toEqual(users.map(() => 200));
  expect(read).toBe(7);
});
