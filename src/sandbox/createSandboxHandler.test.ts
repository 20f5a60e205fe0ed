import { encode } from "fast-png";
import { afterEach, expect, test, vi } from "vitest";
import * as z from "zod/v4-mini";
import { catalog } from "../models/catalog/catalog.ts";
import { sdxlTorch } from "../models/catalog/sdxlTorch.ts";
import { defineModel } from "../models/defineModel.ts";
import { limitModel } from "../models/limitModel.ts";
import type { HandlerEvent } from "../server/events/handlerEvent.ts";
import type { EndedJob } from "../server/options/hookEvents.ts";
import { createSandboxHandler, type SandboxHandlerOptions } from "./createSandboxHandler.ts";

type Body = Readonly<Record<string, unknown>>;
type Init = Omit<RequestInit, "body"> & { readonly json?: unknown; readonly body?: BodyInit };

afterEach(() => {
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const origin = "http://localhost:3000";
const small = { prompt: "a red fox", img_width: 32, img_height: 32, seed: 7, samples: 2 };
let count = 0;

/** A handler that shares nothing with those of other tests, and the shortest way to ask it. */
function create(options: SandboxHandlerOptions = {}) {
  count += 1;
  const { basePath = "/api/easel" } = options;
  const handler = createSandboxHandler({ name: `test ${count}`, speed: Infinity, ...options });
  const ask = (path: string, { json, ...init }: Init = {}) =>
    handler(
      new Request(new URL(path.startsWith("/v2") ? basePath + path : path, origin), {
        ...init,
        ...(json === undefined ? {} : { method: "POST", body: JSON.stringify(json) }),
        headers: {
          ...(json === undefined ? {} : { "content-type": "application/json" }),
          ...(init.headers as Readonly<Record<string, string>> | undefined),
        },
      }),
    );
  const read = async (path: string, init?: Init) => {
    const response = await ask(path, init);
    return { status: response.status, body: (await response.json()) as Body };
  };
  const submit = async (input: Body = small, model = "sdxl-txt2img", headers = {}) =>
    (await read(`/v2/${model}`, { json: input, headers })).body;
  const generate = async (input: Body = small, model = "sdxl-txt2img", headers = {}) => {
    const { response_url: path } = await submit(input, model);
    return (await read(String(path), { headers })).body;
  };
  return { handler, ask, read, submit, generate };
}

const urlsOf = ({ images }: Body): string[] =>
  (images as readonly { readonly url: string }[]).map(({ url }) => url);

async function expectPng(response: Response) {
  expect([response.status, response.headers.get("content-type")]).toEqual([200, "image/png"]);
  const bytes = new Uint8Array(await response.arrayBuffer());
  expect(String.fromCharCode(...bytes.slice(1, 4))).toBe("PNG");
}

test("works without options", async () => {
  const handler = createSandboxHandler();
  const submitted = await handler(
    new Request(`${origin}/api/easel/v2/sdxl-txt2img`, {
      method: "POST",
      body: JSON.stringify(small),
      headers: { "content-type": "application/json" },
    }),
  );
  const { status_url: path } = (await submitted.json()) as Body;
  const status = await handler(new Request(`${origin}${String(path)}`));
  expect(((await status.json()) as Body)["status"]).toMatch(/QUEUED|PROCESSING/);
  const config = await handler(new Request(`${origin}/api/easel/config`));
  const { models } = (await config.json()) as { readonly models: readonly unknown[] };
  expect(models).toHaveLength(catalog.length);
});

test("serves images from the handler's origin and path", async () => {
  const elsewhere = create({ basePath: "/images" });
  const [other = ""] = urlsOf(await elsewhere.generate());
  expect(other).toMatch(/^http:\/\/localhost:3000\/images\/sandbox\/\w{32}\.png$/);
  await expectPng(await elsewhere.ask(other));

  const usual = create();
  const urls = urlsOf(await usual.generate());
  expect(urls.map((url) => url.replace(/[0-9a-f]{32}/, "id"))).toEqual([
    `${origin}/api/easel/sandbox/id.png`,
    `${origin}/api/easel/sandbox/id.png`,
  ]);
  for (const url of urls) await expectPng(await usual.ask(url));
  await expectPng(await usual.ask(`/api/easel/asset?url=${encodeURIComponent(urls[0] ?? "")}`));
  const { status } = await usual.read("/api/easel/sandbox/0123456789abcdef0123456789abcdef.png");
  expect(status).toBe(404);
});

test("uses the page's origin for image URLs behind a proxy that replaces the host", async () => {
  const headers = {
    "sec-fetch-site": "same-origin",
    referer: "http://localhost:5173/studio?tab=1",
  };
  const [url = ""] = urlsOf(await create().generate(small, "sdxl-txt2img", headers));
  expect(new URL(url).origin).toBe("http://localhost:5173");
});

test("uses the origin of each request for image URLs, even during concurrent requests", async () => {
  const { ask, read, submit } = create();
  const png = encode({ width: 32, height: 32, channels: 3, data: new Uint8Array(32 * 32 * 3) });
  const upload = (headers: Readonly<Record<string, string>>) =>
    read("/api/easel/upload", {
      method: "POST",
      body: png as Uint8Array<ArrayBuffer>,
      headers: { ...headers, "content-type": "image/png" },
    });
  const { response_url } = await submit();
  const hosts = ["localhost:3000", "192.168.0.7:3000", "evil.example", 'a"$&b', "localhost:3000"];
  const answers = await Promise.all(
    hosts.map(async (host) => {
      const headers = { "x-forwarded-host": host };
      const [{ body: result }, { body: uploaded }] = await Promise.all([
        read(String(response_url), { headers }),
        upload(headers),
        ask("/api/easel/health", { headers: { "x-forwarded-host": "health.example" } }),
      ]);
      return { host, result, urls: [...urlsOf(result), String(uploaded["url"])] };
    }),
  );
  for (const { host, result, urls } of answers) {
    expect(urls).toHaveLength(3);
    expect(result["output"]).toBe(urls[0]);
    for (const url of urls) {
      expect(url.startsWith(`http://${host}/api/easel/sandbox/`)).toBe(true);
      await expectPng(await ask(new URL(url).pathname));
      await expectPng(await ask(`/api/easel/asset?url=${encodeURIComponent(url)}`));
    }
  }
});

test.each([
  "https://evil.example/image.png",
  "http://localhost:3000/api/easel/health",
  "http://localhost:3000/api/easel/sandbox/0123456789abcdef0123456789abcdef.png",
  "http://localhost:3000/api/easel/sandbox/../v2/sdxl-torch",
  "/api/easel/sandbox/a.png",
  "",
])("returns no file from the asset route for %j", async (url) => {
  const { status } = await create().read(`/api/easel/asset?url=${encodeURIComponent(url)}`);
  expect(status).toBe(404);
});

test("passes an unchanged asset request to authorize", async () => {
  const requests: Request[] = [];
  const { handler, generate } = create({
    authorize: (request) => {
      requests.push(request);
      return request.headers.has("x-stranger") ? null : { userId: "ada" };
    },
  });
  const [url = ""] = urlsOf(await generate());
  const address = `${origin}/api/easel/asset?url=${encodeURIComponent(url)}`;
  const request = new Request(address);
  await expectPng(await handler(request));
  expect(requests.at(-1)).toBe(request);
  expect((await handler(new Request(address, { headers: { "x-stranger": "1" } }))).status).toBe(
    401,
  );
});

test("ends the event stream with the job, and sends no file URL", async () => {
  const { ask, submit } = create();
  const { response_url } = await submit();
  const text = await (await ask(`${String(response_url)}/events`)).text();
  expect(text).toContain('"status":"COMPLETED"');
  expect(text).not.toContain("sandbox.invalid");
});

test("passes images to onJobEnd as data URLs", async () => {
  const ended: EndedJob[] = [];
  const { generate } = create({ onJobEnd: (job) => void ended.push(job) });
  const result = await generate();
  expect(urlsOf(result)).toHaveLength(2);
  expect(ended).toHaveLength(1);
  const images = ended[0]?.images ?? [];
  expect(images).toHaveLength(2);
  for (const { url } of images) await expectPng(await fetch(url));
});

test("exposes cost and credits by default", async () => {
  const shown = create({ credits: 5 });
  expect(await shown.generate()).toMatchObject({ metrics: { remaining_credits: 4.9999 } });
  expect((await shown.read("/api/easel/credits")).body["credits"]).toBe(4.9999);
  expect((await create({ expose: {} }).read("/api/easel/credits")).status).toBe(404);
});

test("triggers a fault from a prompt or an option", async () => {
  const blocked = await create().generate({ ...small, prompt: "a fox sandbox:content-block" });
  expect(blocked).toMatchObject({ status: "FAILED", code: "content_blocked" });
  const busy = create({ faults: { submit: ["rate-limited"] } });
  expect((await busy.submit())["code"]).toBe("rate_limited");
  const broken = create({ faults: { file: ["connection-reset"] } });
  const [url = ""] = urlsOf(await broken.generate());
  expect((await broken.ask(url)).status).toBe(502);
  await expectPng(await broken.ask(url));
});

test("generates an image from an uploaded image", async () => {
  const { ask, read, generate } = create();
  const png = encode({ width: 32, height: 32, channels: 3, data: new Uint8Array(32 * 32 * 3) });
  const { body } = await read("/api/easel/upload", {
    method: "POST",
    body: png as Uint8Array<ArrayBuffer>,
    headers: { "content-type": "image/png" },
  });
  const uploaded = String(body["url"]);
  expect(uploaded).toMatch(/^http:\/\/localhost:3000\/api\/easel\/sandbox\/assets\/\w+\.png$/);
  await expectPng(await ask(uploaded));
  const result = await generate({ prompt: "a fox", image: uploaded, samples: 1 }, "sdxl-img2img");
  await expectPng(await ask(String(result["output"])));
});

test("applies the app's users, models, and limits", async () => {
  const tiny = defineModel({
    id: "tiny",
    title: "Tiny",
    task: "text-to-image",
    input: z.object({ prompt: z.string(), samples: z._default(z.int(), 1) }),
    price: () => 2,
  });
  const one = limitModel(sdxlTorch, { samples: { max: 1 } });
  const { read, submit } = create({
    models: [tiny, one],
    limits: { jobsAtOnce: 1 },
    speed: 0.001,
    authorize: (request) => {
      const userId = request.headers.get("x-user");
      return userId === null ? null : { userId };
    },
  });
  const ada = { "x-user": "ada" };
  expect((await submit(small, "sdxl-torch"))["code"]).toBe("unauthorized");
  expect((await submit(small, "sdxl-torch", ada))["code"]).toBe("invalid_input");
  const job = await submit({ prompt: "a fox" }, "tiny", ada);
  expect((await submit({ prompt: "a fox" }, "tiny", ada))["code"]).toBe("rate_limited");
  expect((await read("/api/easel/credits", { headers: ada })).body["credits"]).toBe(98);
  const path = String(job["status_url"]);
  expect((await read(path, { headers: ada })).status).toBe(200);
  expect((await read(path, { headers: { "x-user": "eve" } })).status).toBe(404);
});

test("shares jobs, files, attempts, and credits with a new handler of the same name", async () => {
  const name = "made again";
  const attempt = { "idempotency-key": "3f0d6c0e-2b7e-4f0e-8a43-5c2a0d6f7b11" };
  const before = create({ name });
  const slow = create({ name, speed: 0.001 });
  const done = await before.generate();
  const pending = await slow.submit(small, "sdxl-txt2img", attempt);
  const left = (await before.read("/api/easel/credits")).body["credits"];

  const after = create({ name });
  expect((await after.read(String(pending["status_url"]))).body["status"]).toMatch(/QUEUED|PROC/);
  expect(await after.submit(small, "sdxl-txt2img", attempt)).toMatchObject({
    request_id: pending["request_id"],
  });
  await expectPng(await after.ask(urlsOf(done)[0] ?? ""));
  expect((await after.read("/api/easel/credits")).body["credits"]).toBe(left);

  const other = create();
  expect((await other.read(String(pending["status_url"]))).status).toBe(404);
  expect((await other.ask(urlsOf(done)[0] ?? "")).status).toBe(404);
});

test("refuses every request in production, and logs the reason once", async () => {
  vi.stubEnv("NODE_ENV", "production");
  const log = vi.spyOn(console, "error").mockReturnValue();
  const { read } = create();
  for (const path of ["/v2/sdxl-torch", "/api/easel/health"]) {
    const { status, body } = await read(path, path.startsWith("/v2") ? { json: small } : {});
    expect(status).toBeGreaterThanOrEqual(500);
    expect(body).toMatchObject({ code: "not_configured", charged: "no" });
    expect(body["error"]).toMatch(/NODE_ENV is "production".*createHandler.*production: true/);
  }
  expect((await read("/api/easel/sandbox/a.png")).status).toBe(404);
  expect(log.mock.calls).toEqual([[expect.stringContaining('NODE_ENV is "production"')]]);

  const events: HandlerEvent[] = [];
  await create({ onEvent: (event) => void events.push(event) }).ask("/api/easel/health");
  expect(events).toMatchObject([{ type: "refused", code: "not_configured" }]);
  expect(log).toHaveBeenCalledTimes(1);
  expect((await create({ production: true }).ask("/api/easel/health")).status).toBe(200);
});

test.each<Pick<SandboxHandlerOptions, "secret">>([
  { secret: "" },
  { secret: " " },
  { secret: "undefined" },
  { secret: undefined },
  { secret: [] },
  { secret: [undefined, undefined] },
  { secret: [" ", "null"] },
])("signs with a random secret if none is set: $secret", async (options) => {
  const { submit, read } = create(options);
  const { status_url: path } = await submit();
  expect((await read(String(path))).status).toBe(200);
});

test("signs with the secrets that are set, and rejects a short one", async () => {
  const secret = "a secret of this app, of 32 bytes or more";
  const name = "own secret";
  const { status_url: path } = await create({ name, secret: [undefined, secret] }).submit();
  expect((await create({ name, secret }).read(String(path))).status).toBe(200);
  expect((await create({ name, secret: secret.toUpperCase() }).read(String(path))).status).toBe(
    404,
  );
  expect(() => createSandboxHandler({ secret: [undefined, "too short"] })).toThrow(/secret is/);
});

test("uses defaults for undefined options", async () => {
  const { submit, read } = create({
    authorize: undefined,
    expose: undefined,
    store: undefined,
    publish: undefined,
    models: undefined,
  });
  expect((await submit())["status"]).toBe("QUEUED");
  expect((await read("/api/easel/credits")).status).toBe(200);
});

test("throws for invalid options when it is created", () => {
  expect(() => createSandboxHandler({ models: [] })).toThrow(/models is empty/);
  expect(() => createSandboxHandler({ basePath: "api" })).toThrow(/basePath is "api"/);
  expect(() => createSandboxHandler({ authorize: "public" })).toThrow(/requestsPerMinute/);
  expect(() => createSandboxHandler({ speed: 0 })).toThrow(/speed is 0/);
});

test("creates no random values before the first request, because Workers disallow it", async () => {
  const random = vi.spyOn(crypto, "randomUUID");
  const { submit } = create();
  expect(random).not.toHaveBeenCalled();
  expect((await submit())["status"]).toBe("QUEUED");
  expect(random).toHaveBeenCalled();
});

test("returns images as data URLs in a page", async () => {
  vi.stubGlobal("document", {});
  const result = await create().generate({ ...small, samples: 1 });
  expect(result["output"]).toMatch(/^data:image\/png;base64,iVBORw0KGgo/);
});
