import * as fc from "fast-check";
import { isErrorCode } from "react-easel/errors";
import { sdxlTorch } from "react-easel/models";
import { segmind, type HandlerOptions } from "react-easel/server";
import { describe, expect, test, vi } from "vitest";
import {
  apiKey,
  createTestStack,
  type TestStack,
  type TestStackOptions,
} from "./createTestStack.ts";

/** Creates a stack that requires a token and exposes its credits. */
const setUp = (handler: Partial<HandlerOptions> = {}, fetch?: TestStackOptions["fetch"]) =>
  createTestStack({
    sandbox: { credits: 1e9, timing: { queueMs: 0, runMs: 0 } },
    fetch,
    handler: {
      authorize: (request) => {
        const token = request.headers.get("authorization") ?? "";
        const user = /^Bearer token-of-(\w+)$/.exec(token)?.[1];
        return user ? { userId: user } : null;
      },
      expose: { credits: true },
      ...handler,
    },
  });

const ada = { authorization: "Bearer token-of-ada" };
const bob = { authorization: "Bearer token-of-bob" };
const json = { ...ada, "content-type": "application/json" };
const run = { method: "POST", headers: json, body: JSON.stringify({ prompt: "a red fox" }) };
const png = Uint8Array.from("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\t\0\0\0\t", (letter) =>
  letter.charCodeAt(0),
);
const upload = { method: "POST", headers: { ...ada, "content-type": "image/png" }, body: png };
const asset = `/asset?url=${encodeURIComponent("https://images.segmind.com/a.png")}`;

async function submit(stack: TestStack, headers: Readonly<Record<string, string>> = ada) {
  const { body } = await stack.submit({ prompt: "a red fox" }, headers);
  return String(body["request_id"]);
}

describe("prevents the ten faults of a well-known proxy", () => {
  test.each([undefined, null, true, false, {}, "", "Public", "public "])(
    "throws on creation if authorize is %j",
    (authorize) => {
      expect(() => setUp({ authorize: authorize as never })).toThrow(/authorize is missing/);
    },
  );

  test("never accepts a header's presence as authentication", async () => {
    const { ask, upstream } = setUp();
    const values = ["x", "true", "1", "admin", "Bearer", "Bearer x", `Key ${apiKey}`, "null"];
    for (const value of values) {
      const headers = {
        "content-type": "application/json",
        authorization: value,
        cookie: value,
        "x-api-key": value,
        "x-user-id": value,
      };
      expect((await ask("/v2/sdxl-torch", { ...run, headers })).status).toBe(401);
      expect((await ask("/credits", { headers })).status).toBe(401);
    }
    expect(upstream).toEqual([]);
  });

  test("never forwards the app's token, cookies and other headers to the service", async () => {
    const own = setUp();
    const headers = {
      ...ada,
      cookie: "session=ada",
      "x-forwarded-for": "10.0.0.1",
      "x-api-key": "SG_theirs",
      "user-agent": "u",
      referer: "https://host.example/secret",
    };
    const id = await submit(own, headers);
    for (const path of [`/v2/requests/${id}/status`, `/v2/requests/${id}`, "/credits", asset]) {
      await (await own.ask(path, { headers })).arrayBuffer();
    }
    await own.ask("/upload", { ...upload, headers: { ...headers, "content-type": "image/png" } });
    expect(own.upstream.length).toBeGreaterThanOrEqual(5);
    const allowed = new Set(["accept", "content-type", "x-api-key"]);
    for (const request of own.upstream) {
      const sent = [...request.headers.keys()];
      expect(sent.filter((name) => !allowed.has(name))).toEqual([]);
      const isAsset = new URL(request.url).origin === "https://images.segmind.com";
      expect(request.headers.get("x-api-key")).toBe(isAsset ? null : apiKey);
    }
  });

  test.each(["GET", "HEAD", "PUT", "DELETE", "PATCH", "POST"])(
    "enforces the list of models for %s",
    async (method) => {
      const { ask, upstream } = setUp({ models: [sdxlTorch] });
      const paths = [
        "/v2/sd1.5-txt2img",
        "/v1/sdxl-torch",
        "/v2/SDXL-TORCH",
        "/v1/get-user-credits",
        "/v2/sdxl-torch/",
        "/v2/sdxl-torch/x",
      ];
      for (const path of paths) {
        if (method === "POST" && path === "/v2/sdxl-torch/") continue;
        const body = /GET|HEAD/.test(method) ? {} : { body: run.body };
        expect((await ask(path, { method, headers: json, ...body })).status).toBeGreaterThanOrEqual(
          404,
        );
      }
      expect(upstream).toEqual([]);
    },
  );

  test("sends requests only to the service, and only over https", async () => {
    expect(() => segmind({ apiKey, baseUrl: "http://api.segmind.com" })).toThrow(/an https URL/);
    const { ask, upstream } = setUp();
    for (const target of [
      "http://images.segmind.com/a.png",
      "https://evil.example/a.png",
      "http://169.254.169.254/",
    ]) {
      expect((await ask(`/asset?url=${encodeURIComponent(target)}`, { headers: ada })).status).toBe(
        404,
      );
      const headers = {
        ...json,
        "x-fal-target-url": target,
        "x-target-url": target,
        "x-forwarded-host": new URL(target).host,
      };
      await ask("/v2/sdxl-torch", { ...run, headers });
    }
    expect(new Set(upstream.map(({ url }) => url))).toEqual(
      new Set(["https://api.segmind.com/v2/sdxl-torch"]),
    );
  });

  test.each([422, 200, 500])(
    "returns 422 for a failed job that the service reports with %i",
    async (status) => {
      const own = setUp({}, (request, sandbox) =>
        request.method === "POST"
          ? sandbox(request)
          : Response.json({ status: "FAILED", error: "out of memory" }, { status }),
      );
      const id = await submit(own);
      const answers = await Promise.all([
        own.ask(`/v2/requests/${id}/status`, { headers: ada }),
        own.ask(`/v2/requests/${id}`, { headers: ada }),
      ]);
      for (const answer of answers) {
        expect([answer.status, await answer.json()]).toMatchObject([
          422,
          { status: "FAILED", charged: "no" },
        ]);
      }
    },
  );

  test("drops the service's cookies and other headers", async () => {
    const own = setUp({}, async (request, sandbox) => {
      const answer = new Response((await sandbox(request)).body);
      for (const name of [
        "set-cookie",
        "access-control-allow-origin",
        "clear-site-data",
        "server",
        "location",
        "x-remaining-credits",
        "refresh",
      ]) {
        answer.headers.set(name, "evil=1");
      }
      return answer;
    });
    const id = await submit(own);
    const paths = [
      `/v2/requests/${id}/status`,
      `/v2/requests/${id}`,
      "/credits",
      asset,
      "/config",
      "/nothing",
    ];
    const answers = await Promise.all(paths.map((path) => own.ask(path, { headers: ada })));
    answers.push(await own.ask("/upload", upload), await own.ask("/v2/sdxl-torch", run));
    const known = new Set([
      "cache-control",
      "content-type",
      "content-security-policy",
      "x-content-type-options",
      "content-disposition",
      "retry-after",
      "allow",
      "vary",
    ]);
    for (const answer of answers) {
      expect(
        [...answer.headers].filter(([name, value]) => !known.has(name) || value.includes("evil")),
      ).toEqual([]);
    }
  });

  test("forwards the headers that a client needs: retry delay, content type and verbs", async () => {
    const until = new Date(Date.now() + 30_000).toISOString();
    const tooMany = Response.json(
      { error: "Rate limit exceeded" },
      { status: 429, headers: { "x-rate-limit-reset-at-utc": until } },
    );
    const { ask } = setUp({}, async () => tooMany.clone());
    const refused = await ask("/v2/sdxl-torch", run);
    expect([refused.status, Number(refused.headers.get("retry-after"))]).toEqual([
      429,
      expect.toSatisfy((s: number) => s > 20 && s <= 31),
    ]);
    expect(refused.headers.get("content-type")).toBe("application/json");
    expect((await ask("/v2/sdxl-torch", { headers: ada })).headers.get("allow")).toBe(
      "POST, OPTIONS",
    );
  });

  test.each([7, "SG_a\nb", "sk-abc"])("throws on creation for the key %j", (key) => {
    expect(() => segmind({ apiKey: key as never })).toThrow(TypeError);
  });

  test.each([undefined, null, "", " ", "undefined", "null"])(
    "never sends the key %j",
    async (key) => {
      const fetch = vi.fn<() => Promise<Response>>();
      const backend = segmind({ apiKey: key as never, fetch });
      await expect(backend.submit("sdxl-torch", {}, {})).rejects.toMatchObject({
        code: "not_configured",
      });
      expect(fetch).not.toHaveBeenCalled();
    },
  );

  test("never passes a response with immutable headers through", async () => {
    const frozen = [() => Response.error(), () => Response.redirect("https://evil.example/", 302)];
    for (const make of frozen) {
      const { ask } = setUp({ allowedOrigins: ["https://app.example"] }, async () => make());
      for (const [path, init] of [
        ["/v2/sdxl-torch", run],
        [asset, {}],
        ["/credits", {}],
        ["/upload", upload],
      ] as [string, RequestInit][]) {
        const headers = {
          ...json,
          ...Object.fromEntries(new Headers(init.headers)),
          origin: "https://app.example",
        };
        const answer = await ask(path, { ...init, headers });
        expect([answer.status >= 400, answer.headers.get("location")]).toEqual([true, null]);
        expect(answer.headers.get("access-control-allow-origin")).toBe("https://app.example");
        answer.headers.set("x-host", "may add its own");
      }
    }
  });
});

const anyText = fc.oneof(
  fc.string(),
  fc.string({ unit: "binary" }),
  fc.constantFrom(apiKey, "..", "~", "null"),
);

test("rejects changed, forged and foreign tickets without a service request", async () => {
  const own = setUp();
  const good = await submit(own);
  const sent = own.upstream.length;
  const letters = "abcXYZ019-_~.".split("");
  const forged = fc.oneof(
    fc
      .tuple(fc.nat(good.length - 1), fc.constantFrom(...letters))
      .map(([at, letter]) => good.slice(0, at) + letter + good.slice(at + 1)),
    fc.nat(good.length - 1).map((end) => good.slice(0, end)),
    fc.constantFrom(...letters).map((letter) => good + letter),
    fc.shuffledSubarray(good.split("~"), { minLength: 1 }).map((parts) => parts.join("~")),
    fc.uuid(),
    anyText.map(encodeURIComponent),
  );
  await fc.assert(
    fc.asyncProperty(
      forged,
      fc.constantFrom("", "/status"),
      fc.boolean(),
      async (ticket, part, isOwn) => {
        const headers = isOwn ? ada : bob;
        const id = isOwn ? ticket : good;
        fc.pre(id !== good || !isOwn);
        const answer = await own.ask(`/v2/requests/${id}${part}`, { headers });
        const text = await answer.text();
        expect([401, 404, 405]).toContain(answer.status);
        expect(text).not.toContain(apiKey);
        expect(own.upstream).toHaveLength(sent);
      },
    ),
    { numRuns: 2_000 },
  );
  expect((await own.ask(`/v2/requests/${good}/status`, { headers: ada })).status).toBe(200);
});

/** Hostile texts in service responses, some of which contain the host's key. */
const word = fc.oneof(
  anyText,
  fc.constantFrom(
    "QUEUED",
    "PROCESSING",
    "COMPLETED",
    "FAILED",
    "https://images.segmind.com/a.png",
    "javascript:alert(1)",
  ),
);
const bent = fc.dictionary(
  fc.constantFrom(
    "status",
    "request_id",
    "error",
    "output",
    "images",
    "metrics",
    "seed",
    "credits",
    "file_urls",
    "status_url",
    "__proto__",
  ),
  fc.oneof(
    word,
    fc.jsonValue(),
    fc.array(fc.oneof(word, fc.dictionary(fc.constantFrom("url", "cost"), word))),
  ),
);
const said = fc.oneof(
  bent.map((body) => JSON.stringify(body)),
  fc.json(),
  anyText,
  bent.map((body) => JSON.stringify(body).slice(0, 20)),
);
const answered = fc.record({
  text: said,
  status: fc.oneof(
    fc.constantFrom(200, 202, 401, 404, 406, 422, 429, 500, 502),
    fc.integer({ min: 200, max: 599 }),
  ),
  headers: fc.dictionary(
    fc.constantFrom(
      "set-cookie",
      "content-type",
      "content-length",
      "x-rate-limit-reset-at-utc",
      "location",
      "retry-after",
    ),
    fc.oneof(
      fc.stringMatching(/^[\x21-\x7e]*$/),
      fc.constantFrom("image/png", "application/json", "9999-12-31T00:00:00Z"),
    ),
  ),
});

test("returns valid responses without the key for any response of the service", async () => {
  const now = { text: "", status: 200, headers: {} as Record<string, string> };
  const own = setUp({}, async () => {
    const isEmpty = [204, 205, 304].includes(now.status);
    return new Response(isEmpty ? null : now.text, { status: now.status, headers: now.headers });
  });
  // Creates pending jobs, which another instance with the same secret has accepted.
  const elsewhere = setUp();
  const way = fc.constantFrom<[string, RequestInit]>(
    ["/v2/sdxl-torch", run],
    ["/v2/requests/ticket/status", {}],
    ["/v2/requests/ticket", {}],
    ["/credits", {}],
    ["/upload", upload],
    [asset, {}],
  );
  await fc.assert(
    fc.asyncProperty(way, answered, async ([path, init], answer) => {
      Object.assign(now, answer);
      const ticket = path.includes("ticket") ? await submit(elsewhere) : "";
      const response = await own.ask(path.replace("ticket", ticket), { headers: ada, ...init });
      const text = await response.text().catch(() => "");
      expect(response.status).not.toBe(500);
      expect(response.headers.getSetCookie()).toEqual([]);
      expect(response.headers.get("cache-control")).toBe("no-store");
      if (response.headers.get("content-type")?.startsWith("image/")) return;
      const body = JSON.parse(text) as { code?: unknown; url?: unknown };
      expect(JSON.stringify([body, ...response.headers])).not.toMatch(/SG_0123|secret of this app/);
      if (response.status >= 400) expect(isErrorCode(body.code)).toBe(true);
      if (path === "/upload" && response.status === 200) expect(body.url).toMatch(/^https:/);
    }),
    { numRuns: 2_000 },
  );
});

test("forwards only images, with image types, from uploads", async () => {
  const own = setUp({ limits: { uploadBytes: 2_000 } });
  const type = fc.constantFrom(
    "image/png",
    "image/svg+xml",
    "application/octet-stream",
    "multipart/form-data; boundary=b",
    "text/html",
    "application/json",
    "",
  );
  const form = (content: string) =>
    `--b\r\nContent-Disposition: form-data; name="f"; filename="a"\r\n\r\n${content}\r\n--b--\r\n`;
  const content = fc.oneof(
    fc.uint8Array({ maxLength: 3_000 }),
    fc.uint8Array({ maxLength: 100 }).map((rest) => Uint8Array.of(...png, ...rest)),
    anyText.map((text) => new TextEncoder().encode(text)),
    anyText.map((text) => new TextEncoder().encode(form(text))),
    fc.constant(new TextEncoder().encode(form("<svg onload=alert(1)>"))),
  );
  await fc.assert(
    fc.asyncProperty(type, content, fc.boolean(), async (contentType, bytes, isOwn) => {
      const before = own.upstream.length;
      const headers = {
        ...ada,
        "content-type": contentType,
        ...(isOwn ? { "x-easel-upload": "1" } : {}),
      };
      const answer = await own.ask("/upload", {
        method: "POST",
        headers,
        body: Uint8Array.from(bytes),
      });
      expect([200, 400, 413, 415]).toContain(answer.status);
      const sent = own.upstream.slice(before);
      expect(sent).toHaveLength(answer.status === 200 ? 1 : 0);
      for (const request of sent) {
        expect(await request.text()).toMatch(
          /^\{"data_urls":\["data:image\/(png|jpeg|gif|webp);base64,[\w+/]+=*"\]\}$/,
        );
      }
    }),
    { numRuns: 1_000 },
  );
});
