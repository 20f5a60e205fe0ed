import { afterEach, expect, test, vi } from "vitest";
import { EaselError } from "../../protocol/EaselError.ts";
import { segmind, type SegmindOptions } from "./segmind.ts";

const apiKey = "SG_0123456789abcdef";
const id = "2c7f59ea-13f1-402c-9353-915a2b5a2124";

type Fetch = (request: Request) => Promise<Response>;

function setUp(answer: (request: Request) => Response | Promise<Response>) {
  const fetch = vi.fn(async (request: Request) => answer(request));
  return { fetch, backend: segmind({ apiKey, fetch }) };
}

const codeOf = async (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => "no error",
    (error: unknown) => (EaselError.is(error) ? error.code : `not an EaselError: ${String(error)}`),
  );

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test.each([undefined, null, "", "  ", "undefined", "null"])(
  "can be created without a key (%j), reports it as missing, and makes no calls",
  async (key) => {
    const fetch = vi.fn<Fetch>();
    const backend = segmind({ apiKey: key as string, fetch });
    expect(backend.missingConfig?.()).toMatch(/SEGMIND_API_KEY/);
    const calls = [
      backend.submit("sdxl-torch", {}, {}),
      backend.getStatus(id, {}),
      backend.getResult(id, {}),
      backend.getCredits?.({}) ?? Promise.resolve(),
      backend.uploadImage?.(new Blob(["x"]), {}) ?? Promise.resolve(),
    ];
    expect(new Set(await Promise.all(calls.map(codeOf)))).toEqual(new Set(["not_configured"]));
    expect(fetch).not.toHaveBeenCalled();
    expect(segmind({ apiKey }).missingConfig?.()).toBeUndefined();
  },
);

test.each([
  "sk-abc",
  "SG_",
  "SG_0123456789abcde",
  "SG_0123456789abcdef0",
  "r8_0123456789abcdef",
  7,
])("rejects %j as a key without repeating it in the error", (key) => {
  expect(() => segmind({ apiKey: key as string })).toThrow(/SG_ followed by 16/);
  expect(() => segmind({ apiKey: key as string })).not.toThrow(/sk-abc|0123456789/);
});

test("accepts other keys for a gateway at a custom address", () => {
  const baseUrl = "https://gateway.example";
  expect(() => segmind({ apiKey: "sk-abc", baseUrl })).not.toThrow();
});

test("uses the default addresses for blank values from the environment", async () => {
  const fetch = vi.fn<Fetch>(async () => Response.json({ credits: 1 }));
  await segmind({ apiKey, baseUrl: "", uploadUrl: "", fetch }).getCredits?.({});
  expect(fetch.mock.calls[0]?.[0].url).toBe("https://api.segmind.com/v1/get-user-credits");
});

test("trims line breaks around a key, and rejects one within it", async () => {
  const fetch = vi.fn<Fetch>(async () => Response.json({ credits: 1 }));
  await segmind({ apiKey: `${apiKey}\n`, fetch }).getCredits?.({});
  expect(fetch.mock.calls[0]?.[0].headers.get("x-api-key")).toBe(apiKey);
  expect(() => segmind({ apiKey: "SG_0123\r\nx-evil: 1" })).toThrow(/isn't a valid header value/);
  expect(() => segmind({ apiKey: "SG_0123\r\nx-evil: 1" })).not.toThrow(/SG_0123/);
});

test.each<Partial<SegmindOptions>>([
  { baseUrl: "http://api.segmind.com" },
  { baseUrl: "api.segmind.com" },
  { baseUrl: "http://localhost.evil.example" },
  { baseUrl: "ftp://localhost" },
  { assetOrigins: ["http://images.segmind.com"] },
])("rejects %j, which would expose the key or images", (options) => {
  expect(() => segmind({ apiKey, ...options })).toThrow(/isn't an https URL/);
});

test.each(["http://localhost:8787/", "http://127.0.0.1:1", "http://[::1]:1", "https://x.example"])(
  "accepts the address %s",
  async (baseUrl) => {
    const fetch = vi.fn<Fetch>(async () => Response.json({ credits: 1 }));
    await segmind({ apiKey, baseUrl, fetch }).getCredits?.({});
    expect(fetch.mock.calls[0]?.[0].url).toBe(`${new URL(baseUrl).origin}/v1/get-user-credits`);
  },
);

test("uses the global fetch at the time of the call by default", async () => {
  const backend = segmind({ apiKey });
  vi.stubGlobal("fetch", async () => Response.json({ credits: 3, "free-credits": 1 }));
  expect(await backend.getCredits?.({})).toEqual({ credits: 3, freeCredits: 1 });
});

test("reads JSON with the key, and doesn't follow redirects or URLs from the service", async () => {
  const { backend, fetch } = setUp(() =>
    Response.json({ status: "PROCESSING", status_url: "https://evil.example/" }),
  );
  await backend.getStatus(id, {});
  await backend.getResult(id, {});
  expect(fetch.mock.calls.map(([{ url }]) => url)).toEqual([
    `https://api.segmind.com/v2/requests/${id}/status`,
    `https://api.segmind.com/v2/requests/${id}`,
  ]);
  for (const [{ headers, redirect }] of fetch.mock.calls) {
    expect([Object.fromEntries(headers), redirect]).toEqual([
      { "x-api-key": apiKey, accept: "application/json" },
      "manual",
    ]);
  }
});

test("never sends a model ID or job ID that would change the path", async () => {
  const { backend, fetch } = setUp(() => Response.json({}));
  expect(await codeOf(backend.submit("../v1/sdxl", {}, {}))).toBe("model_not_found");
  expect(await codeOf(backend.submit("a/b", {}, {}))).toBe("model_not_found");
  expect(await codeOf(backend.getStatus(`${id}/../x`, {}))).toBe("job_not_found");
  expect(await codeOf(backend.getResult("", {}))).toBe("job_not_found");
  expect(fetch).not.toHaveBeenCalled();
});

test("throws submit_unreadable for a job ID that can't be polled", async () => {
  const codes = await Promise.all(
    ["../../v1/get-user-credits", "no-uuid", `${id}x`, "", 7].map((request_id) => {
      const { backend } = setUp(() => Response.json({ request_id }));
      return codeOf(backend.submit("sdxl-torch", {}, {}));
    }),
  );
  expect(new Set(codes)).toEqual(new Set(["submit_unreadable"]));
});

test("rejects a redirect, even if it can't be read", async () => {
  const moved = setUp(() => Response.redirect("https://evil.example/", 307));
  expect(await codeOf(moved.backend.submit("sdxl-torch", {}, {}))).toBe("submit_unknown");
  expect(await codeOf(moved.backend.getStatus(id, {}))).toBe("bad_answer");
  expect(await codeOf(moved.backend.getCredits?.({}) ?? Promise.resolve())).toBe("bad_answer");
  const opaque = setUp(() => Response.error());
  expect(await codeOf(opaque.backend.submit("sdxl-torch", {}, {}))).toBe("submit_unknown");
});

test.each([
  ["verbatim", `{"status":"PROCESSING","debug":{"key":"${apiKey}"},"${apiKey}":1}`],
  ["with escapes", `{"status":"PROCESSING","debug":"\\u0053G_0123456789abcde\\u0066"}`],
])("removes the key from a response that contains it %s", async (_, text) => {
  const { backend } = setUp(() => new Response(text));
  const record = await backend.getStatus(id, {});
  expect(JSON.stringify(record)).toContain("[key]");
  expect(JSON.stringify(record)).not.toContain(apiKey);
});

test("removes the key from service errors and fetch errors", async () => {
  const refusing = setUp(() => Response.json({ error: `bad value ${apiKey}` }, { status: 400 }));
  const refusal = await refusing.backend.submit("sdxl-torch", {}, {}).catch((e: unknown) => e);
  expect((refusal as Error).message).toBe("bad value [key]");
  const failing = setUp(() => {
    throw new TypeError(`could not send ${apiKey}`);
  });
  const failure = await failing.backend.getStatus(id, {}).catch((e: unknown) => e);
  expect(String((failure as Error).cause)).toContain("could not send [key]");
});

test("cancels an endless response", async () => {
  const cancel = vi.fn();
  const megabyte = new Uint8Array(4_000_000).fill(0x20);
  const { backend } = setUp(
    () =>
      new Response(new ReadableStream<Uint8Array>({ pull: (c) => c.enqueue(megabyte), cancel })),
  );
  expect(await codeOf(backend.getStatus(id, {}))).toBe("bad_answer");
  expect(cancel).toHaveBeenCalled();
});

const endless = () =>
  new Response(new ReadableStream({ start: (c) => c.enqueue(new Uint8Array(1)) }));

test.each<[string, (request: Request) => Response | Promise<Response>]>([
  [
    "fetch respects its signal",
    ({ signal }) =>
      new Promise((_, reject) => {
        signal.addEventListener("abort", () => reject(new Error("aborted")));
      }),
  ],
  ["fetch ignores its signal", () => new Promise(() => undefined)],
  ["the body never ends", endless],
])("ends a read that is aborted or times out when %s", async (_, answer) => {
  const { backend, fetch } = setUp(answer);
  const gone = new AbortController();
  const read = codeOf(backend.getStatus(id, { signal: gone.signal }));
  gone.abort();
  expect(await read).toBe("aborted");

  vi.useFakeTimers();
  const over: string[] = [];
  const calls = [
    codeOf(backend.getStatus(id, {})).finally(() => over.push("read")),
    codeOf(backend.submit("sdxl-torch", {}, {})).finally(() => over.push("submit")),
  ];
  expect(fetch).toHaveBeenCalledTimes(3);
  await vi.advanceTimersByTimeAsync(14_999);
  expect(over).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect(over).toEqual(["read"]);
  await vi.advanceTimersByTimeAsync(45_000);
  expect(await Promise.all(calls)).toEqual(["upstream_unavailable", "submit_unknown"]);
  expect(vi.getTimerCount()).toBe(0);
});

test("rejects a response without a body", async () => {
  const { backend } = setUp(() => new Response(null, { status: 204 }));
  expect(await codeOf(backend.getStatus(id, {}))).toBe("bad_answer");
  expect(await codeOf(backend.submit("sdxl-torch", {}, {}))).toBe("submit_unreadable");
});

test("throws a separate error for a missing balance record", async () => {
  const { backend } = setUp(() => Response.json({ error: "No credits" }, { status: 404 }));
  expect(await codeOf(backend.getCredits?.({}) ?? Promise.resolve())).toBe("upstream_no_balance");
});

const nested = (depth: number) =>
  `{"status":"QUEUED","x":${"[".repeat(depth)}${"]".repeat(depth)}}`;
const wide = (values: number) => `{"status":"QUEUED","x":[0${",0".repeat(values)}]}`;

test.each([
  ["is nested extremely deeply", nested(50_000)],
  ["is nested more deeply than any valid response", nested(40)],
  ["has more values than any valid response", wide(30_000)],
])("throws bad_answer for a response that %s, with or without a backslash", async (_, text) => {
  for (const sent of [text, text.replace("x", String.raw`\u0078`)]) {
    const { backend } = setUp(() => new Response(sent));
    // oxlint-disable-next-line eslint/no-await-in-loop
    expect(await codeOf(backend.getStatus(id, {}))).toBe("bad_answer");
    // oxlint-disable-next-line eslint/no-await-in-loop
    expect(await codeOf(backend.submit("sdxl-torch", {}, {}))).toBe("submit_unreadable");
  }
});

test("reads responses of normal depth with many values", async () => {
  const { backend } = setUp(() => new Response(nested(20)));
  expect(await backend.getStatus(id, {})).toMatchObject({ state: "queued" });
  const many = setUp(() => new Response(wide(15_000)));
  expect(await many.backend.getStatus(id, {})).toMatchObject({ state: "queued" });
});
