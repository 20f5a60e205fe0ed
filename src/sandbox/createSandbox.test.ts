import { decode, encode } from "fast-png";
import { expect, test } from "vitest";
import * as z from "zod/v4-mini";
import { payloads } from "../../test/payloads.ts";
import { sdxlTorch } from "../models/catalog/sdxlTorch.ts";
import { defineModel } from "../models/defineModel.ts";
import { createSandbox, type Sandbox } from "./createSandbox.ts";
import { toBase64 } from "./dataUrl.ts";
import type { SandboxOptions } from "./sandboxOptions.ts";
import type { SandboxPaint, SandboxPaintRequest } from "./sandboxPaint.ts";

const key = "SG_0123456789abcdef";

const post = (
  sandbox: Sandbox,
  path: string,
  body: unknown,
  headers: Record<string, string> = {},
) =>
  sandbox.fetch(
    new Request(`https://api.segmind.com${path}`, {
      method: "POST",
      body: JSON.stringify(body),
      headers: { "x-api-key": key, "content-type": "application/json", ...headers },
    }),
  );

const get = (sandbox: Sandbox, path: string, headers: HeadersInit = { "x-api-key": key }) =>
  sandbox.fetch(new Request(new URL(path, "https://api.segmind.com"), { headers }));

const read = async (response: Response): Promise<Record<string, unknown>> =>
  (await response.json()) as Record<string, unknown>;

const small = { prompt: "a red fox", img_width: 32, img_height: 32, seed: 7 };
const timing = { queueMs: 1_000, runMs: 2_000 };

async function submitted(options: SandboxOptions = {}, input: object = small) {
  const sandbox = createSandbox({ timing, ...options });
  const response = await post(sandbox, "/v2/sdxl-txt2img", input);
  const { request_id: id } = await read(response);
  return {
    sandbox,
    status: () => get(sandbox, `/v2/requests/${String(id)}/status`),
    result: () => get(sandbox, `/v2/requests/${String(id)}`),
    id: String(id),
  };
}

test("moves a job from QUEUED to PROCESSING to COMPLETED as the clock advances", async () => {
  const { sandbox, status, result, id } = await submitted();
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(await read(await status())).toMatchObject({ status: "QUEUED", request_id: id });
  sandbox.advance(1_000);
  expect(await read(await status())).toMatchObject({ status: "PROCESSING" });
  sandbox.advance(2_000);
  expect(await read(await status())).toEqual({
    status: "COMPLETED",
    request_id: id,
    status_url: `https://api.segmind.com/v2/requests/${id}/status`,
    response_url: `https://api.segmind.com/v2/requests/${id}`,
    metrics: {
      inference_time: 2,
      queue_time: 1,
      total_time: 3,
      cost: 0.0001,
      remaining_credits: 99.9999,
      retry_count: 0,
    },
  });
  expect(await read(await result())).toMatchObject({
    status: "COMPLETED",
    seed: "7",
    prompt: "a red fox",
    images: [{ content_type: "image/png" }],
    error: null,
  });
});

test("keeps a file for 7 days and its job for an hour", async () => {
  const { sandbox, result } = await submitted();
  sandbox.advance(3_000);
  const address = String((await read(await result()))["output"]);
  expect(address).toMatch(/^https:\/\/images\.segmind\.com\/[0-9a-f]{32}\.png$/);
  sandbox.advance(60 * 60 * 1000 - 3_001);
  expect((await result()).status).toBe(200);
  sandbox.advance(1);
  expect((await result()).status).toBe(404);
  const file = await get(sandbox, address, {});
  expect(file.headers.get("access-control-allow-origin")).toBe("*");
  expect(new Uint8Array(await file.arrayBuffer()).slice(1, 4)).toEqual(
    new Uint8Array([0x50, 0x4e, 0x47]),
  );
  sandbox.advance(7 * 24 * 60 * 60 * 1000 - 60 * 60 * 1000 + 2_999);
  expect((await get(sandbox, address, {})).status).toBe(200);
  sandbox.advance(1);
  expect((await get(sandbox, address, {})).status).toBe(404);
});

test.each(Object.entries(payloads))(
  "accepts the payload of %s in v1 and v2",
  async (id, payload) => {
    const sandbox = createSandbox();
    const v2 = await post(sandbox, `/v2/${id}`, payload);
    expect(v2.status).toBe(200);
    const v1 = await post(sandbox, `/v1/${id}`, payload);
    expect(v1.headers.get("content-type")).toBe("image/png");
    expect(v1.headers.get("x-seed-value")).toBe(String(payload["seed"]));
    expect(v1.headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
    expect(sandbox.log.map(({ body }) => body)).toEqual([payload, payload]);
    expect(sandbox.log.every(({ billed }) => billed)).toBe(true);
  },
);

test("accepts any well-formed key or only the given keys, and never a bearer token", async () => {
  const any = createSandbox();
  const asked = async (sandbox: Sandbox, headers: HeadersInit) => {
    const response = await get(sandbox, "/v1/get-user-credits", headers);
    return [response.status, (await read(response))["error"]];
  };
  expect(await asked(any, { "x-api-key": key })).toEqual([200, undefined]);
  expect(await asked(any, {})).toEqual([401, "Missing Authorization or x-api-key in header"]);
  const invalid = [401, "Unauthorized. API key is invalid or may have expired..."];
  expect(await asked(any, { "x-api-key": "SG_short" })).toEqual(invalid);
  expect(await asked(any, { authorization: `Bearer ${key}` })).toEqual(invalid);
  const one = createSandbox({ apiKeys: ["SG_ffffffffffffffff"] });
  expect(await asked(one, { "x-api-key": key })).toEqual(invalid);
  expect(await asked(one, { "x-api-key": "SG_ffffffffffffffff" })).toEqual([200, undefined]);
  expect(JSON.stringify([any.log, one.log])).not.toContain("SG_");
});

test("deducts credits for each job, and refuses a job that costs more than the balance", async () => {
  const sandbox = createSandbox({ credits: 0.01 });
  const { prompt } = small;
  expect((await post(sandbox, "/v2/sdxl-torch", { prompt })).status).toBe(200);
  expect(await read(await get(sandbox, "/v1/get-user-credits"))).toEqual({
    credits: 0.002,
    "free-credits": 0,
  });
  const refused = await post(sandbox, "/v2/sdxl-torch", { prompt });
  expect(refused.status).toBe(406);
  expect(await refused.text()).toMatch(/Insufficient credits.*0\.002.*0\.008/);
  expect(sandbox.credits).toBe(0.002);
});

test("counts polls toward the rate limit, and returns when its window ends", async () => {
  const { sandbox, status } = await submitted({ requestsPerMinute: 2 });
  expect((await status()).status).toBe(200);
  const limited = await status();
  expect(limited.status).toBe(429);
  expect(limited.headers.get("retry-after")).toBeNull();
  const reset = Date.parse(limited.headers.get("x-rate-limit-reset-at-utc") ?? "");
  expect(reset).toBe(sandbox.now() + 60_000);
  sandbox.advance(60_000);
  expect((await status()).status).toBe(200);
});

test("refuses an unknown model, invalid field, or invalid size without a charge", async () => {
  const sandbox = createSandbox();
  const codes = await Promise.all(
    [
      ["/v2/no-such-model", small],
      ["/v2/sdxl-torch", { seed: 1 }],
      ["/v2/sdxl-torch", [1]],
      ["/v2/sdxl-torch", { prompt: "x", samples: 40 }],
      ["/v2/sdxl-txt2img", { prompt: "x", img_width: 100_000 }],
      ["/v2/sdxl-torch", { prompt: "x", some_new_field: 1 }],
    ].map(async ([path, body]) => (await post(sandbox, path as string, body)).status),
  );
  expect(codes).toEqual([404, 400, 400, 406, 406, 200]);
  expect(sandbox.log.filter(({ billed }) => billed)).toHaveLength(1);
});

test("responds to a wrong method with an HTML page, and refuses a body that isn't JSON", async () => {
  const sandbox = createSandbox();
  const verb = await get(sandbox, `/v2/${sdxlTorch.id}`);
  expect([verb.status, verb.headers.get("content-type")]).toEqual([
    405,
    "text/html; charset=utf-8",
  ]);
  const form = await post(sandbox, "/v2/sdxl-torch", small, { "content-type": "text/plain" });
  expect([form.status, await read(form)]).toEqual([406, { error: "Invalid content type" }]);
});

test("picks and returns a random seed for seed -1", async () => {
  const { sandbox, result } = await submitted({}, { ...small, seed: -1, samples: 3 });
  sandbox.advance(3_000);
  const body = await read(await result());
  expect(body["seed"]).toMatch(/^\d+$/);
  expect(body["images"]).toHaveLength(3);
  const again = await read(await result());
  expect(again["images"]).toEqual(body["images"]);
});

test("publishes images with a custom function", async () => {
  const given: string[] = [];
  const publish = (bytes: Uint8Array, type: string) => {
    given.push(`${type} ${bytes[1]}`);
    return `blob:${given.length}`;
  };
  const { sandbox, result } = await submitted({ publish }, { ...small, samples: 2 });
  sandbox.advance(3_000);
  const { images } = await read(await result());
  // They are painted at once, and either may be first.
  const urls = (images as readonly { url: string }[]).map(({ url }) => url);
  expect(urls.toSorted()).toEqual(["blob:1", "blob:2"]);
  expect(await read(await result())).toMatchObject({ images });
  expect(given).toEqual(["image/png 80", "image/png 80"]);
});

test("returns an upload's URL, which serves the file and which a model accepts as input", async () => {
  const sandbox = createSandbox({ timing, filesUrl: "http://localhost:8787/files" });
  const url = "data:image/png;base64,iVBORw0KGgo=";
  const { file_urls: urls } = await read(
    await post(sandbox, "/upload-asset", { data_urls: [url] }),
  );
  const [address = ""] = urls as string[];
  expect(address).toMatch(/^http:\/\/localhost:8787\/files\/assets\/[0-9a-f]{32}\.png$/);
  expect((await get(sandbox, address, {})).headers.get("content-type")).toBe("image/png");
  expect((await post(sandbox, "/upload-asset", { data_urls: ["nonsense"] })).status).toBe(400);
});

test("generates img2img images from sandbox files and data URLs at the size of the input", async () => {
  const sandbox = createSandbox({ timing });
  const png = encode({
    width: 30,
    height: 20,
    channels: 3,
    depth: 8,
    data: new Uint8Array(1800).fill(200),
  });
  const inline = `data:image/png;base64,${toBase64(png)}`;
  const uploaded = await read(await post(sandbox, "/upload-asset", { data_urls: [inline] }));
  const [address = ""] = uploaded["file_urls"] as string[];
  const made = await Promise.all(
    [inline, address].map(async (image) => {
      const input = { prompt: "a red fox", image, strength: 0.1, seed: 3 };
      const response = await post(sandbox, "/v1/sdxl-img2img", input);
      return new Uint8Array(await response.arrayBuffer());
    }),
  );
  expect(made[0]).toEqual(made[1]);
  expect(decode(made[0] ?? new Uint8Array())).toMatchObject({ width: 30, height: 20 });
});

test("accepts a custom model in addition to the catalog, at its price", async () => {
  const input = z.object({ prompt: z.string() });
  const model = defineModel({
    id: "my-model",
    title: "Mine",
    task: "text-to-image",
    input,
    price: () => 3,
  });
  const sandbox = createSandbox({ models: [model], credits: 5 });
  expect((await post(sandbox, "/v2/my-model", { prompt: "x" })).status).toBe(200);
  expect((await post(sandbox, "/v2/my-model", { prompt: "x" })).status).toBe(406);
  expect(sandbox.credits).toBe(2);
});

test("doesn't require local fields", async () => {
  const input = z.object({ prompt: z.string(), project: z.string() });
  const title = "Mine";
  const model = defineModel({ id: "my-model", title, task: "text-to-image", input });
  const local = { ...model, local: ["project"] };
  const statusWith = async (models: SandboxOptions["models"], body: object) =>
    (await post(createSandbox({ models: models ?? [] }), "/v2/my-model", body)).status;
  expect(await statusWith([model], { prompt: "x" })).toBe(400);
  expect(await statusWith([local], { prompt: "x" })).toBe(200);
  expect(await statusWith([local], {})).toBe(400);
});

test("takes the model's typical time for a job, and longer for more steps", async () => {
  const sandbox = createSandbox();
  const body = { prompt: "x", seed: 1 };
  const ids = await Promise.all(
    [body, { ...body, num_inference_steps: 50 }].map(async (input) => {
      const { request_id: id } = await read(await post(sandbox, "/v2/sdxl-torch", input));
      return String(id);
    }),
  );
  const states = () =>
    Promise.all(
      ids.map(
        async (id) => (await read(await get(sandbox, `/v2/requests/${id}/status`)))["status"],
      ),
    );
  sandbox.advance(6_499);
  expect(await states()).toEqual(["PROCESSING", "PROCESSING"]);
  sandbox.advance(1);
  expect(await states()).toEqual(["COMPLETED", "PROCESSING"]);
  sandbox.advance(6_500);
  expect(await states()).toEqual(["COMPLETED", "COMPLETED"]);
});

test("advances a clock with a custom time source", () => {
  let time = 1_000;
  const sandbox = createSandbox({ now: () => time });
  time = 2_000;
  sandbox.advance(500);
  expect(sandbox.now()).toBe(2_500);
  expect(() => sandbox.advance(-1)).toThrow(/can't move the clock/);
});

test("passes each image's model, input, seed, and size to a custom painter", async () => {
  const requests: SandboxPaintRequest[] = [];
  const paint: SandboxPaint = async (request) => {
    requests.push(request);
    return { bytes: new Uint8Array([0xff, 0xd8, 0xff]), contentType: "image/jpeg" };
  };
  const { sandbox, result } = await submitted({ paint }, { ...small, samples: 2 });
  sandbox.advance(3_000);
  expect(requests).toEqual([]);
  const { images } = (await read(await result())) as { images: { url: string }[] };
  expect(images).toMatchObject([{ content_type: "image/jpeg" }, { content_type: "image/jpeg" }]);
  const file = await get(sandbox, images[1]?.url ?? "", {});
  expect(file.headers.get("content-type")).toBe("image/jpeg");
  expect(new Uint8Array(await file.arrayBuffer())).toEqual(new Uint8Array([0xff, 0xd8, 0xff]));
  expect(requests).toMatchObject([
    {
      index: 0,
      seed: 7,
      width: 32,
      height: 32,
      input: { prompt: "a red fox", scheduler: "dpmpp_sde_ancestral" },
    },
    { index: 1, seed: 8, width: 32, height: 32, model: { id: "sdxl-txt2img" } },
  ]);
});

test("passes the start image unchanged to the painter, and uses its size", async () => {
  const requests: SandboxPaintRequest[] = [];
  const paint: SandboxPaint = (request) => {
    requests.push(request);
    return { bytes: new Uint8Array([1]), contentType: "image/webp" };
  };
  const sandbox = createSandbox({ timing, paint });
  const png = encode({ width: 4_096, height: 2, channels: 1, data: new Uint8Array(8_192) });
  const images = [
    `data:image/png;base64,${toBase64(png)}`,
    "https://example.com/fox.png",
    "data:image/png;base64,AAAA",
  ];
  for (const image of images) {
    const input = { prompt: "a red fox", image, base64: true };
    const response = await post(sandbox, "/v1/sdxl-img2img", input);
    expect(await read(response)).toMatchObject({ image: "AQ==" });
  }
  expect(requests).toMatchObject([
    { startImage: png, width: 2_048, height: 1 },
    { width: 1_024, height: 1_024 },
    { startImage: new Uint8Array(3), width: 1_024, height: 1_024 },
  ]);
  expect(requests[1]).not.toHaveProperty("startImage");
});
