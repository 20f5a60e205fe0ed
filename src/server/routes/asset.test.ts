import { afterEach, expect, test, vi } from "vitest";
import { createTestStack, type TestStackOptions } from "../../../test/createTestStack.ts";
import { sdxlTorch } from "../../models/catalog/sdxlTorch.ts";

const address = "https://images.segmind.com/a.png";

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

function setUp(
  fetch: TestStackOptions["fetch"],
  backend: TestStackOptions["backend"] = {},
  handler: TestStackOptions["handler"] = {},
) {
  const stack = createTestStack({
    backend,
    fetch,
    handler: { models: [sdxlTorch], limits: { assetBytes: 1_000 }, ...handler },
  });
  const ask = (url: string, init?: RequestInit) =>
    stack.ask(`/asset?url=${encodeURIComponent(url)}`, init);
  return { ...stack, ask };
}

const bytes = (...parts: (string | number[])[]) =>
  new Uint8Array(
    parts.flatMap((part) =>
      typeof part === "string" ? Array.from(part, (letter) => letter.charCodeAt(0)) : part,
    ),
  );
const png = bytes([0x89], "PNG\r\n\x1a\n", "rest of the file");
const longPng = new Uint8Array(100);
longPng.set(png);

const imageAnswer = (headers: Record<string, string> = {}, body: BodyInit | null = png) =>
  new Response(body, { headers: { "content-type": "image/png", ...headers } });

test("returns a result as a download without the file host's headers", async () => {
  const { ask, upstream } = setUp(() =>
    imageAnswer({ "set-cookie": "a=b", "access-control-allow-origin": "*", "x-powered-by": "x" }),
  );
  const response = await ask(address, { headers: { cookie: "session=1", authorization: "x" } });
  expect(new Uint8Array(await response.arrayBuffer())).toEqual(png);
  expect(Object.fromEntries(response.headers)).toEqual({
    "cache-control": "no-store",
    "content-disposition": "attachment",
    "content-security-policy": "default-src 'none'; sandbox",
    "content-type": "image/png",
    "cross-origin-resource-policy": "same-site",
    "x-content-type-options": "nosniff",
  });
  const [sent] = upstream;
  expect([sent?.url, sent?.redirect, [...(sent?.headers ?? [])]]).toEqual([address, "manual", []]);
});

test.each([
  "http://images.segmind.com/a.png",
  "https://images.segmind.com:8443/a.png",
  "https://images.segmind.com.evil.example/a.png",
  "https://images.segmind.com@evil.example/a.png",
  "https://user:password@images.segmind.com/a.png",
  "https://user@images.segmind.com/a.png",
  "https://evil.example/images.segmind.com/a.png",
  "http://169.254.169.254/latest/meta-data",
  "http://localhost:8787/a.png",
  "file:///etc/passwd",
  "data:image/png;base64,aaaa",
  "//images.segmind.com/a.png",
  "blob:https://images.segmind.com/2c7f59ea-13f1-402c-9353-915a2b5a2124",
  "",
])("doesn't fetch %j", async (url) => {
  const { ask, upstream } = setUp(() => imageAnswer());
  expect((await ask(url)).status).toBe(404);
  expect(upstream).toEqual([]);
});

test.each<[string, () => Response, number, string]>([
  ["a redirect", () => Response.redirect("http://169.254.169.254/", 302), 502, "bad_answer"],
  ["a file of an unknown type", () => new Response(new Uint8Array(3)), 502, "bad_answer"],
  [
    "a file with a Content-Length that is too large",
    () => imageAnswer({ "content-length": "1001" }),
    502,
    "bad_answer",
  ],
  ["a missing file", () => new Response("no", { status: 404 }), 404, "not_found"],
  ["an error response", () => new Response("no", { status: 503 }), 502, "upstream_unavailable"],
])("doesn't return %s", async (_, answer, status, code) => {
  const { ask } = setUp(answer);
  const response = await ask(address);
  expect(response.status).toBe(status);
  expect(await response.json()).toMatchObject({ code });
});

const mp4 = bytes([0, 0, 0, 0x20], "ftypisom", "rest of the file");
const webm = bytes([0x1a], "E", [0xdf, 0xa3], "\x42\x82\x84webm", "rest");
const served = (body: BodyInit, type?: string, headers: Record<string, string> = {}) => {
  const response = new Response(body, { headers });
  response.headers.delete("content-type");
  if (type !== undefined) response.headers.set("content-type", type);
  return response;
};
const packed = (file: Uint8Array<ArrayBuffer>, format: "gzip" | "deflate") =>
  new Response(file).body?.pipeThrough(new CompressionStream(format)) ?? "";
/** A body that comes one byte at a time. */
const trickle = (file: Uint8Array) =>
  new ReadableStream({
    start(controller) {
      for (const byte of file) controller.enqueue(new Uint8Array([byte]));
      controller.close();
    },
  });

test.each<[string, () => Response, string, Uint8Array]>([
  ["octet-stream", () => served(png, "application/octet-stream"), "image/png", png],
  ["binary/octet-stream", () => served(png, "binary/octet-stream"), "image/png", png],
  ["no type", () => served(png), "image/png", png],
  ["an invalid type", () => served(png, "image"), "image/png", png],
  ["an HTML type", () => served(png, "text/html"), "image/png", png],
  ["single-byte chunks", () => served(trickle(png), "binary/octet-stream"), "image/png", png],
  ["gzip", () => served(packed(png, "gzip"), "binary/octet-stream"), "image/png", png],
  [
    "gzip and a type",
    () => served(packed(png, "gzip"), "image/png", { "content-encoding": "gzip" }),
    "image/png",
    png,
  ],
  [
    "deflate",
    () => served(packed(png, "deflate"), undefined, { "content-encoding": "deflate" }),
    "image/png",
    png,
  ],
  [
    "an encoding that fetch has decoded",
    () => served(mp4, undefined, { "content-encoding": "br" }),
    "video/mp4",
    mp4,
  ],
  ["mp4 as octet-stream", () => served(mp4, "application/octet-stream"), "video/mp4", mp4],
  ["webm without a type", () => served(webm), "video/webm", webm],
  ["an image type and an HTML type", () => served(png, "image/png;,text/html"), "image/png", png],
  ["two types", () => served(png, "image/svg+xml, text/html"), "image/png", png],
  ["a type with parameters", () => served(png, "text/html; charset=utf-7"), "image/png", png],
  ["another media type", () => served(png, "video/mp4"), "image/png", png],
])("detects the type of a file served with %s from its bytes", async (_, answer, type, file) => {
  const { ask } = setUp(answer);
  const response = await ask(address);
  expect([response.status, response.headers.get("content-type")]).toEqual([200, type]);
  expect(response.headers.get("x-content-type-options")).toBe("nosniff");
  expect(response.headers.get("content-disposition")).toBe("attachment");
  expect(new Uint8Array(await response.arrayBuffer())).toEqual(file);
});

test.each<[string, () => Response]>([
  ["a page", () => served("<!doctype html><script>", "application/octet-stream")],
  ["a page without a type", () => served("<html>")],
  ["an SVG", () => served("<svg xmlns='http://www.w3.org/2000/svg' onload='x()'/>")],
  ["an SVG with its type", () => served("<svg/>", "image/svg+xml")],
  ["an SVG with a safe type", () => served("<svg/>", "image/png")],
  ["an SVG after a byte order mark", () => served("\ufeff<svg/>", "image/png")],
  ["an SVG as UTF-16", () => served(bytes([0xff, 0xfe], "<\0s\0v\0g\0"), "image/png")],
  ["XML with a safe type", () => served("<?xml version='1.0'?>", "image/webp")],
  ["a page with a safe type", () => served("<html>", "image/png")],
  ["a page with two types", () => served("<html>", "image/png;,text/html")],
  ["a gzipped page with a safe type", () => served(packed(bytes("<html>"), "gzip"), "image/png")],
  ["text with a video type", () => served("a video", "video/mp4")],
  ["a script", () => served("alert(1)", "text/javascript")],
  ["a PDF", () => served("%PDF-1.7", "application/pdf")],
  ["a gzipped page", () => served(packed(bytes("<html>"), "gzip"), "text/html")],
  ["an empty file", () => served("", "application/octet-stream")],
])("doesn't return %s, whatever its declared type", async (_, answer) => {
  const { ask } = setUp(answer);
  expect(await (await ask(address)).json()).toMatchObject({ code: "bad_answer" });
});

test("limits the decompressed size of a compressed file", async () => {
  const large = new Uint8Array(100_000);
  large.set(png);
  const { ask } = setUp(() =>
    served(packed(large, "gzip"), "image/png", { "content-encoding": "gzip" }),
  );
  await expect((await ask(address)).arrayBuffer()).rejects.toThrow();
});

test("responds with upstream_unavailable if a file breaks off before its type is known", async () => {
  const { ask } = setUp(() =>
    served(new ReadableStream({ pull: (c) => c.error(new Error("reset")) }), undefined),
  );
  expect(await (await ask(address)).json()).toMatchObject({ code: "upstream_unavailable" });
});

test("responds with upstream_unavailable if the host can't be reached", async () => {
  const { ask } = setUp(() => Promise.reject(new TypeError("fetch failed")));
  expect(await (await ask(address)).json()).toMatchObject({ code: "upstream_unavailable" });
});

test("stops reading a file that exceeds the limit", async () => {
  const pull = vi.fn((controller: ReadableStreamDefaultController<Uint8Array>) => {
    controller.enqueue(pull.mock.calls.length === 1 ? png : new Uint8Array(100));
  });
  const { ask } = setUp(() => imageAnswer({}, new ReadableStream({ pull })));
  await expect((await ask(address)).arrayBuffer()).rejects.toThrow();
  expect(pull.mock.calls.length).toBeLessThan(20);
});

test("doesn't read the file for HEAD", async () => {
  const cancel = vi.fn();
  const start = (controller: ReadableStreamDefaultController) => controller.enqueue(longPng);
  const { ask } = setUp(() => imageAnswer({}, new ReadableStream({ start, cancel })));
  const response = await ask(address, { method: "HEAD" });
  expect([response.status, response.body]).toEqual([200, null]);
  expect(cancel).toHaveBeenCalled();
});

test("fetches from a local sandbox only if the backend lists its origin", async () => {
  const { ask, sandbox } = setUp(undefined, {
    baseUrl: "http://localhost:8787",
    assetOrigins: ["http://localhost:8787"],
  });
  expect((await ask(address)).status).toBe(404);
  await ask("http://localhost:8787/files/0123456789abcdef0123456789abcdef.png");
  expect(sandbox.log).toMatchObject([{ path: "/files/0123456789abcdef0123456789abcdef.png" }]);
});

test("applies the app's resource policy", async () => {
  const { ask } = setUp(() => imageAnswer(), {}, { assetPolicy: "cross-origin" });
  const response = await ask(address);
  expect(response.headers.get("cross-origin-resource-policy")).toBe("cross-origin");
});

const silent = () => new Response(new ReadableStream());

test.each<[string, () => Response | Promise<Response>]>([
  ["never responds", () => new Promise(() => undefined)],
  ["never sends a byte", silent],
])("times out a file host that %s and ignores its signal", async (_, answer) => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const { ask } = setUp(answer);
  const late = ask(address);
  const gone = new AbortController();
  const left = ask(address, { signal: gone.signal });
  await vi.advanceTimersByTimeAsync(1_000);
  gone.abort();
  expect(await (await left).json()).toMatchObject({ code: "aborted" });
  await vi.advanceTimersByTimeAsync(119_000);
  expect(await (await late).json()).toMatchObject({ code: "upstream_unavailable" });
});

const startPng = (controller: ReadableStreamDefaultController) => controller.enqueue(longPng);

test("aborts a file after two minutes if it stalls after its first bytes", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const cancel = vi.fn();
  const { ask } = setUp(() => imageAnswer({}, new ReadableStream({ start: startPng, cancel })));
  const whole = (await ask(address)).arrayBuffer().catch((error: unknown) => error);
  await vi.advanceTimersByTimeAsync(119_999);
  expect(cancel).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(await whole).toMatchObject({ code: "upstream_unavailable" });
  expect(cancel).toHaveBeenCalled();
});

test("aborts a file if the browser disconnects before its first bytes are read", async () => {
  const gone = new AbortController();
  const { ask } = setUp(() => imageAnswer({}, new ReadableStream({ start: startPng })));
  const response = await ask(address, { signal: gone.signal });
  gone.abort();
  await expect(response.arrayBuffer()).rejects.toThrow();
});

test("aborts a file immediately if the browser disconnected before the call", async () => {
  const { ask } = setUp(() => new Promise(() => undefined));
  const response = await ask(address, { signal: AbortSignal.abort() });
  expect(await response.json()).toMatchObject({ code: "aborted" });
});

test.each<[string, () => BodyInit, (response: Response) => Promise<unknown> | undefined]>([
  ["read", () => png, (response) => response.arrayBuffer()],
  [
    "too large",
    () => new Uint8Array([...png, ...new Uint8Array(1_000)]),
    (response) => response.arrayBuffer().catch(() => undefined),
  ],
  ["left unread", () => new ReadableStream({ start: startPng }), ({ body }) => body?.cancel()],
  ["refused", () => "<html>", async () => undefined],
])("leaves no timer after a file was %s", async (_, body, use) => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const { ask } = setUp(() => imageAnswer({}, body()));
  await use(await ask(address));
  await vi.waitFor(() => expect(vi.getTimerCount()).toBe(0));
});
