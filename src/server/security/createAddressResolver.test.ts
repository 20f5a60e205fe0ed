import { afterEach, expect, test, vi } from "vitest";
import * as z from "zod/v4";
import { createTestStack, type TestStackOptions } from "../../../test/createTestStack.ts";
import { sdxlImg2img } from "../../models/catalog/sdxlImg2img.ts";
import { defineModel, type Model } from "../../models/defineModel.ts";
import { describeField } from "../../models/describeField.ts";
import { modelFromJsonSchema } from "../../models/modelFromJsonSchema.ts";
import { memoryStore } from "../stores/memoryStore.ts";

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

/** A PNG's header, which is all that is read of it. */
function png(length = 33, width = 2, height = 2): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]);
  const view = new DataView(bytes.buffer);
  view.setUint32(16, width);
  view.setUint32(20, height);
  return bytes;
}
const dataUrlOf = (bytes: Uint8Array) =>
  `data:image/png;base64,${Buffer.from(bytes).toString("base64")}`;

/** A model with an image wherever one can be. */
const everywhere = defineModel({
  id: "everywhere",
  title: "Everywhere",
  task: "image-to-image",
  input: z.object({
    prompt: z.string(),
    image: z.url().optional(),
    init_images: z.array(z.string()).optional(),
    mask: z.string().optional(),
    reference: z.array(describeField(z.string(), { label: "Reference", kind: "image" })).optional(),
    control: z.object({ unit: z.object({ imageUrl: z.string() }) }).optional(),
    layers: z.array(z.object({ image: z.string(), prompt: z.string().optional() })).optional(),
    loras: z.array(z.object({ path: z.string() })).optional(),
    negative_prompt: z.string().optional(),
    note: z.string().optional(),
    hook: z.string().optional(),
  }),
});

function setUp(options: TestStackOptions = {}, model: Model = everywhere) {
  const stack = createTestStack({
    ...options,
    handler: { models: [model], ...options.handler },
    fetch:
      options.fetch ??
      (async ({ method }) =>
        method === "POST"
          ? Response.json({ request_id: crypto.randomUUID(), status: "QUEUED" })
          : new Response(png())),
  });
  const { submit, upstream } = stack;
  const send = async (input: object) => {
    const answer = await submit({ prompt: "a fox", ...input }, {}, model.id);
    const posts = upstream.filter(({ method, url }) => method === "POST" && url.includes("/v2/"));
    const sent = (await posts.at(-1)?.clone().json()) as Record<string, unknown> | undefined;
    return { ...answer, posts: posts.length, sent };
  };
  return { ...stack, send };
}

/** Serves files in place of the network; what is asked for is kept. */
function serve(answer: (request: Request) => Response | Promise<Response>): Request[] {
  const asked: Request[] = [];
  vi.stubGlobal("fetch", async (request: Request) => {
    asked.push(request);
    return answer(request);
  });
  return asked;
}

const secret = "http://169.254.169.254/latest/meta-data";

test.each<[string, object]>([
  ["image", { image: secret }],
  ["image", { image: "HTTP://2852039166/latest" }],
  ["image", { image: "http://a:b@localhost./x.png" }],
  ["image", { image: "file:///etc/passwd" }],
  ["image", { image: "ftp://10.0.0.1/x.png" }],
  ["image", { image: "gopher://0x7f.1:70/x" }],
  ["init_images[1]", { init_images: ["https://example.com/a.png", secret] }],
  ["init_images[0]", { init_images: [`\u00a0\n ${secret}`] }],
  ["init_images[0]", { init_images: ["ht\ntp://127.0.0.1/x.png"] }],
  ["init_images[0]", { init_images: ["http:127.0.0.1/x.png"] }],
  ["init_images[0]", { init_images: ["\\\\127.0.0.1\\x.png"] }],
  ["init_images[0]", { init_images: ["//127.0.0.1/x.png"] }],
  ["init_images[0]", { init_images: ["http://example.com\\@127.0.0.1/x.png"] }],
  ["init_images[0]", { init_images: [`http://${"a".repeat(9_000)}@127.0.0.1/x.png`] }],
  ["init_images[0]", { init_images: ["http://127.0.0.1:99999/x.png"] }],
  ["mask", { mask: "http://[::ffff:10.0.0.1]/m.png" }],
  ["reference[0]", { reference: [secret] }],
  ["control.unit.imageUrl", { control: { unit: { imageUrl: secret } } }],
  ["layers[1].image", { layers: [{ image: "https://example.com/a.png" }, { image: secret }] }],
  ["loras[0].path", { loras: [{ path: "http://minio:9000/x.safetensors" }] }],
  ["hook", { hook: "http://localhost:3000/hook" }],
])("refuses a private address in %s before anything is sent", async (place, input) => {
  const asked = serve(() => new Response(png()));
  const { send, events } = setUp();
  const { status, body, posts } = await send(input);
  expect([status, body["code"], body["charged"], body["retry"]]).toEqual([
    400,
    "invalid_request",
    "no",
    "never",
  ]);
  expect(body["error"]).toMatch(/private network|isn't a valid address/);
  expect(String(body["error"]).startsWith(`${place}: "`)).toBe(true);
  expect(Object.keys(body["fields"] as object)).toEqual([place.split(/[.[]/)[0]]);
  expect([posts, asked]).toEqual([0, []]);
  expect(events.filter(({ type }) => type === "error")).toEqual([]);
});

test("sends public addresses and other values unchanged", async () => {
  const asked = serve(() => new Response(png()));
  const input = {
    image: "https://example.com/a.png",
    init_images: [
      "https://host.example/logo.png",
      "https://other.example/api/easel/asset?url=https%3A%2F%2Fimages.segmind.com%2Fa.png",
      "data:image/png;base64,AAAA",
      "iVBORw0KGgo=",
    ],
    layers: [{ image: "http://1.1.1.1/a.png", prompt: secret }],
    loras: [{ path: "s3://bucket.example/x" }],
    negative_prompt: "http://localhost/",
    note: "http: the protocol of localhost",
    hook: "https://host.example/api/easel/asset?url=x",
  };
  const { sent } = await setUp().send({ prompt: secret, ...input });
  expect(sent).toEqual({ prompt: secret, ...input });
  expect(asked).toEqual([]);
});

test("refuses private addresses in fields without an image format, as in a service's schema", async () => {
  const model = modelFromJsonSchema(
    {
      type: "object",
      properties: { prompt: { type: "string" }, source: { type: "string" } },
      additionalProperties: { type: "string" },
    },
    { id: "foreign", title: "Foreign", task: "image-to-image" },
  );
  expect((await setUp({}, model).send({ source: secret })).posts).toBe(0);
  expect((await setUp({}, model).send({ other: secret })).posts).toBe(0);
});

test("refuses private addresses in a catalog model and in the input that beforeSubmit returns", async () => {
  expect((await setUp({}, sdxlImg2img).send({ image: "http://127.1/x.png" })).posts).toBe(0);
  const beforeSubmit = () => ({ input: { prompt: "a fox", image: secret } });
  expect((await setUp({ handler: { beforeSubmit } }).send({})).posts).toBe(0);
});

test("fetches each image from allowedInputOrigins once, and sends its bytes in all fields", async () => {
  const asked = serve(() => new Response(png(), { headers: { "content-type": "text/html" } }));
  const allowedInputOrigins = ["http://minio:9000", "https://cdn.example/", "", undefined];
  const { send } = setUp({ handler: { allowedInputOrigins } });
  const file = "http://minio:9000/a.png";
  const { sent } = await send({
    image: file,
    init_images: ["https://cdn.example/b.png", "https://example.com/c.png"],
    mask: file,
    reference: [file],
    control: { unit: { imageUrl: file } },
    layers: [{ image: "https://example.com/a.png" }, { image: file }],
    hook: "http://minio:9000/hook",
  });
  const image = dataUrlOf(png());
  expect(sent).toEqual({
    prompt: "a fox",
    image,
    init_images: [image, "https://example.com/c.png"],
    mask: image,
    reference: [image],
    control: { unit: { imageUrl: image } },
    layers: [{ image: "https://example.com/a.png" }, { image }],
    hook: "http://minio:9000/hook",
  });
  expect(asked.map(({ url, redirect }) => [url, redirect])).toEqual([
    [file, "manual"],
    ["https://cdn.example/b.png", "manual"],
  ]);
});

const allowed = { allowedInputOrigins: ["https://cdn.example"] };

test.each<[string, () => Response | Promise<Response>, string, RegExp]>([
  ["redirects", () => Response.redirect(secret), "invalid_request", /status 302/],
  ["is missing", () => new Response("", { status: 404 }), "invalid_request", /status 404/],
  [
    "is down",
    () => Promise.reject(new TypeError("secret detail")),
    "invalid_request",
    /couldn't be read/,
  ],
  ["is a page", () => new Response("<html>"), "invalid_request", /isn't a PNG/],
  ["is an SVG", () => new Response("<svg/>"), "invalid_request", /isn't a PNG/],
  [
    "declares an excessive length",
    () => new Response(png(), { headers: { "content-length": "1001" } }),
    "too_large",
    /image is too large/,
  ],
  ["is too large", () => new Response(png(1_001)), "too_large", /image is too large/],
  ["has too many pixels", () => new Response(png(33, 99, 99)), "too_large", /pixels/],
])("refuses an image whose host %s, and sends nothing", async (_, answer, code, words) => {
  serve(answer);
  const limits = { uploadBytes: 1_000, uploadPixels: 100 };
  const { send } = setUp({ handler: { ...allowed, limits } });
  const { body, posts } = await send({ image: "https://cdn.example/a.png" });
  expect([body["code"], body["charged"], posts]).toEqual([code, "no", 0]);
  expect(body["error"]).toMatch(words);
  expect(JSON.stringify(body)).not.toContain("secret detail");
});

test("reads no more bytes than can be sent, and at most 16 files", async () => {
  const pull = vi.fn((controller: ReadableStreamDefaultController<Uint8Array>) => {
    controller.enqueue(png(500));
  });
  serve(() => new Response(new ReadableStream({ pull }, { highWaterMark: 0 })));
  const { send } = setUp({ handler: { ...allowed, limits: { uploadBytes: 1_000 } } });
  expect((await send({ image: "https://cdn.example/a.png" })).body["code"]).toBe("too_large");
  expect(pull.mock.calls.length).toBeLessThan(5);

  const asked = serve(() => new Response(png()));
  const many = Array.from({ length: 100 }, (_, n) => `https://cdn.example/${n}.png`);
  expect((await setUp({ handler: allowed }).send({ init_images: many })).posts).toBe(0);
  expect(asked).toHaveLength(16);
  const two = { init_images: ["https://cdn.example/a.png", "https://cdn.example/b.png"] };
  serve(() => new Response(png(600)));
  const small = setUp({ handler: { ...allowed, limits: { bodyBytes: 1_500 } } });
  expect((await small.send(two)).body["code"]).toBe("too_large");
});

test("fetches an image once, even if the input contains it several times", async () => {
  const asked = serve(() => new Response(png()));
  const { send } = setUp({ handler: allowed });
  const init_images = Array.from({ length: 4_000 }, () => "https://cdn.example/a.png");
  const { sent } = await send({ init_images });
  expect(new Set(sent?.["init_images"] as string[])).toEqual(new Set([dataUrlOf(png())]));
  expect(asked).toHaveLength(1);
});

const never = () => new Promise<Response>(() => undefined);

test("times out an image after ten seconds, even if its host ignores the signal", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const asked = serve(never);
  const sending = setUp({ handler: allowed }).send({ image: "https://cdn.example/a.png" });
  await vi.waitFor(() => expect(asked).toHaveLength(1));
  await vi.advanceTimersByTimeAsync(10_000);
  const { body, posts } = await sending;
  expect([body["code"], posts]).toEqual(["invalid_request", 0]);
  expect(asked[0]?.signal.aborted).toBe(true);
});

test("times out all images of an input after ten seconds", async () => {
  const time = new AbortController();
  const timeout = vi.spyOn(AbortSignal, "timeout").mockReturnValue(time.signal);
  const asked = serve(never);
  const sending = setUp({ handler: allowed }).send({ image: "https://cdn.example/a.png" });
  await vi.waitFor(() => expect(asked).toHaveLength(1));
  time.abort();
  const { body, posts } = await sending;
  expect(timeout.mock.calls).toContainEqual([10_000]);
  expect([body["code"], posts]).toEqual(["invalid_request", 0]);
});

test("sends a result at the asset route's URL without a request to the handler", async () => {
  const asked = serve(() => new Response(png()));
  const { send, upstream } = setUp();
  const file = "https://images.segmind.com/a.png";
  const own = `https://host.example/api/easel/asset?url=${encodeURIComponent(file)}`;
  const { sent } = await send({ image: own });
  expect(sent).toMatchObject({ image: dataUrlOf(png()) });
  expect(upstream.map(({ url }) => url)).toEqual([file, "https://api.segmind.com/v2/everywhere"]);
  expect(upstream[0]?.headers.get("x-api-key")).toBe(null);
  const foreign = own.replace("images.segmind.com", "evil.example");
  expect((await send({ image: foreign })).body["error"]).toMatch(/isn't a result of this app/);
  expect(asked).toEqual([]);
});

test("sends results and each user's uploads from a service in a private network", async () => {
  const uploads = "http://localhost:8787/assets/";
  const { send, askJson, submit, upstream } = setUp({
    backend: { assetOrigins: ["http://localhost:8188"], baseUrl: "http://localhost:8787" },
    fetch: async ({ url, method }) => {
      if (url.endsWith("/upload-asset")) return Response.json({ file_urls: [`${uploads}a.png`] });
      return method === "POST"
        ? Response.json({ request_id: crypto.randomUUID(), status: "QUEUED" })
        : new Response(png());
    },
  });
  const result = await send({ image: "http://localhost:8188/view?name=a.png" });
  expect(result.sent).toMatchObject({ image: dataUrlOf(png()) });
  const headers = { "content-type": "image/png" };
  const { body } = await askJson("/upload", { method: "POST", body: png(), headers });
  const image = body["url"];
  expect(image).toBe(`${uploads}a.png`);
  expect((await send({ image })).sent).toMatchObject({ image: dataUrlOf(png()) });
  const before = upstream.length;
  const stranger = await submit({ prompt: "a fox", image }, { "x-user": "eve" }, "everywhere");
  expect(stranger.body["code"]).toBe("invalid_request");
  expect((await send({ image: `${uploads}b.png` })).body["code"]).toBe("invalid_request");
  expect(upstream).toHaveLength(before);
});

test("keeps an address that the backend reads itself, and sends nothing if readsInput throws", async () => {
  const asked = serve(() => new Response(png()));
  const submitted: unknown[] = [];
  const backend = (readsInput: (url: string) => boolean) => ({
    submit: async (_: string, input: unknown) => {
      submitted.push(input);
      return { requestId: "a", state: "queued" as const };
    },
    getStatus: async () => ({ requestId: "a", state: "queued" as const }),
    getResult: async () => ({ requestId: "a", state: "queued" as const }),
    readsInput,
  });
  const image = "http://comfyui:8188/view?name=a.png";
  const reads = backend((url) => new URL(url).host === "comfyui:8188");
  await setUp({ handler: { backend: reads } }).send({ image });
  expect(submitted).toEqual([{ prompt: "a fox", image }]);
  const faulty = backend(() => {
    throw new TypeError("fault");
  });
  const { body } = await setUp({ handler: { backend: faulty } }).send({ image });
  expect([body["code"], body["charged"]]).toEqual(["internal", "no"]);
  expect([submitted.length, asked]).toEqual([1, []]);
});

test("sends nothing if the store fails while it checks a private upload", async () => {
  const store = memoryStore();
  const get = async (key: string) => {
    if (key.startsWith("upload:")) throw new Error("down");
    return store.get(key);
  };
  const { send } = setUp({ handler: { store: { ...store, get } } });
  const { body, posts } = await send({ image: "http://localhost:8787/a.png" });
  expect([body["code"], body["charged"], posts]).toEqual(["store_down", "no", 0]);
});

test("ignores fields that the service doesn't receive", async () => {
  const asked = serve(() => new Response(png()));
  const model = { ...everywhere, local: ["image"] } as unknown as Model;
  const { send } = setUp({ handler: allowed }, model);
  const { status, sent } = await send({ image: secret });
  expect([status, sent, asked]).toEqual([200, { prompt: "a fox" }, []]);
});

test.each(["*", "https://*.example.com", "cdn.example", "ftp://a.example", "https://a.example/b"])(
  "rejects %s in allowedInputOrigins",
  (origin) => {
    expect(() => setUp({ handler: { allowedInputOrigins: [origin] } })).toThrow(
      /allowedInputOrigins contains/,
    );
  },
);
