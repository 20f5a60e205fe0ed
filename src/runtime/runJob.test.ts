import { afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { createClient, hostClientModule } from "../client/createClient.ts";
import { sdxlTorch } from "../models/catalog/sdxlTorch.ts";
import type { JobSnapshot } from "../polling/jobSnapshot.ts";
import { EaselError } from "../protocol/EaselError.ts";
import type { JobResult } from "../protocol/wire.ts";
import { runJob, type RunJobOptions } from "./runJob.ts";

const id = "2c7f59ea-13f1-402c-9353-915a2b5a2124";
const url = "https://images.segmind.com/a.jpg";
const start = Date.UTC(2026, 0, 1);

// Preloads the lazy code, as after an app's first request.
beforeAll(() => hostClientModule.load());
beforeEach(() => vi.useFakeTimers({ now: start }));
afterEach(() => vi.useRealTimers());

type Reply = () => Response | Promise<Response>;

const json =
  (body: unknown, status = 200, headers: HeadersInit = {}): Reply =>
  () =>
    Response.json(body, { status, headers });
const text =
  (body: string, status = 200): Reply =>
  () =>
    new Response(body, { status, headers: { "content-type": "text/html" } });
const lost: Reply = () => Promise.reject(new TypeError("fetch failed"));
const cut: Reply = () =>
  new Response(
    new ReadableStream({
      start: (controller) => controller.enqueue(new TextEncoder().encode('{"request_id":')),
      pull: () => Promise.reject(new TypeError("terminated")),
    }),
  );

const page = "<!doctype html><title>502 Bad Gateway</title>";
const taken = json({ request_id: id, status: "QUEUED" });
const working = json({ request_id: id, status: "PROCESSING" });
const done = json({ status: "COMPLETED", output: url, seed: "468685" });
const reset = { "x-rate-limit-reset-at-utc": "2026-01-01 00:00:20" };
const limited = json({ error: "Rate limit exceeded" }, 429, reset);

interface Script {
  readonly submit?: Reply;
  /** Replies in order. The last one repeats. */
  readonly status?: readonly Reply[];
  readonly result?: readonly Reply[];
}

/** Creates a host with the given replies, and records its requests. */
function host({ submit = taken, status = [working, done], result = [done] }: Script) {
  const asked: { kind: "submit" | "status" | "result"; request: Request; at: number }[] = [];
  const fetcher = async (request: Request): Promise<Response> => {
    const { pathname } = new URL(request.url);
    if (pathname.endsWith("/config")) return Response.json({ models: [], limits: {} });
    const kind =
      request.method === "POST" ? "submit" : pathname.endsWith("/status") ? "status" : "result";
    const before = asked.filter((each) => each.kind === kind).length;
    asked.push({ kind, request, at: Date.now() - start });
    const replies = { submit: [submit], status, result }[kind];
    return (replies[Math.min(before, replies.length - 1)] ?? lost)();
  };
  const count = (kind: string) => asked.filter((each) => each.kind === kind).length;
  return { client: createClient({ fetcher }), asked, count };
}

type Ending = { readonly result?: JobResult; readonly error?: EaselError };

/** Runs a job to its end while the clock advances. */
async function run(script: Script, options: RunJobOptions = {}, ms = 700_000) {
  const there = host(script);
  const ending = runJob(there.client, sdxlTorch, { prompt: "a" }, options).then(
    (result): Ending => ({ result }),
    (error: EaselError): Ending => ({ error }),
  );
  await vi.advanceTimersByTimeAsync(ms);
  const { result, error } = await ending;
  expect(error === undefined || EaselError.is(error)).toBe(true);
  return { ...there, result, error };
}

test.each<[string, Reply, string, string, string]>([
  ["lost", lost, "submit_unknown", "unknown", "unsafe"],
  ["500 with JSON", json({ error: "Internal" }, 500), "submit_unknown", "unknown", "unsafe"],
  ["500 with a page", text(page, 500), "submit_unknown", "unknown", "unsafe"],
  ["502 with a page", text(page, 502), "submit_unknown", "unknown", "unsafe"],
  ["503", text("", 503), "submit_unknown", "unknown", "unsafe"],
  ["504", text(page, 504), "submit_unknown", "unknown", "unsafe"],
  ["429 with a reset", limited, "rate_limited", "no", "after"],
  ["interrupted", cut, "submit_unknown", "unknown", "unsafe"],
  ["truncated", text('{"request_id":"2c7f'), "submit_unreadable", "unknown", "unsafe"],
  ["empty", text(""), "submit_unreadable", "unknown", "unsafe"],
  ["200 with a page", text(page), "submit_unreadable", "unknown", "unsafe"],
  ["without an ID", json({ status: "QUEUED" }), "submit_unreadable", "unknown", "unsafe"],
  ["with an unsafe ID", json({ request_id: "a/b" }), "submit_unreadable", "unknown", "unsafe"],
  [
    "with an invalid-key error",
    json(new EaselError("upstream_key_invalid").toJSON(), 502),
    "upstream_key_invalid",
    "no",
    "never",
  ],
])(
  "sends a submit once and reports whether it was charged if the response is: %s",
  async (_, submit, ...said) => {
    const { error, asked } = await run({ submit });
    const [code, charged, retry] = said;
    expect(error).toMatchObject({ code, charged, retry });
    expect(error?.retryAt).toBe(code === "rate_limited" ? start + 20_000 : undefined);
    expect(asked.map(({ kind }) => kind)).toEqual(["submit"]);
    expect(asked[0]?.request.headers.get("idempotency-key")).toBe(error?.attemptId);
    expect(vi.getTimerCount()).toBe(0);
  },
);

const troubles: readonly [string, Reply][] = [
  ["a lost connection", lost],
  ["401", json({ error: "You're not signed in.", code: "unauthorized" }, 401)],
  ["404", json({ error: `Request ${id} not found` }, 404)],
  ["429", limited],
  ["500", json({ error: "Internal" }, 500)],
  ["502 with a page", text(page, 502)],
  ["truncated JSON", text('{"status":"COMP')],
  ["an interrupted body", cut],
  ["an empty body", text("")],
  ["200 with a page", text(page)],
];

test.each(troubles.flatMap(([name, reply]) => [1, 3].map((times) => ({ name, reply, times }))))(
  "returns the result of one submit after $times × $name, for status and result",
  async ({ reply, times }) => {
    const again = Array.from({ length: times }, () => reply);
    const status = [working, ...again, done];
    const { result, error, count } = await run({ status, result: [...again, done] });
    expect(error).toBeUndefined();
    expect(result).toMatchObject({ requestId: id, images: [{ url }], seed: 468_685 });
    expect([count("submit"), count("status"), count("result")]).toEqual([1, times + 2, times + 1]);
  },
);

test.each<[string, Script]>([
  ["status", { status: [working, json({ error: "Request not found" }, 404)] }],
  ["result", { result: [json({ error: "Request not found" }, 404)] }],
])("rejects with the job's ID if %s keeps returning 404", async (_, script) => {
  const { error, asked, count } = await run(script);
  expect(error).toMatchObject({ code: "job_not_found", charged: "unknown", requestId: id });
  expect(count("submit")).toBe(1);
  expect(asked.length).toBeLessThanOrEqual(8);
});

const failed = { status: "FAILED", error: "Out of memory", request_id: id };

test.each([
  ...[200, 422].map(
    (code) => [`status ${code}`, { status: [working, json(failed, code)] }] as const,
  ),
  ...[200, 422].map((code) => [`result ${code}`, { result: [json(failed, code)] }] as const),
])("rejects without a charge if %s reports FAILED", async (_, script) => {
  const { error, count } = await run(script);
  expect(error).toMatchObject({ code: "run_failed", charged: "no", message: "Out of memory" });
  expect(error?.requestId).toBe(id);
  expect([count("submit"), count("result")]).toEqual([1, "result" in script ? 1 : 0]);
});

test("sends the input with its defaults, and returns the images", async () => {
  const { result, asked } = await run({});
  expect(result?.images).toEqual([{ url }]);
  expect(new URL(asked[0]?.request.url ?? "").pathname).toBe("/api/easel/v2/sdxl-torch");
  expect(await asked[0]?.request.json()).toMatchObject({ prompt: "a", samples: 1, seed: -1 });
  const job = `/api/easel/v2/requests/${id}`;
  const paths = asked.slice(1).map(({ request }) => new URL(request.url).pathname);
  expect(paths).toEqual([`${job}/status`, `${job}/status`, job]);
});

test("calls onStatus when the job is accepted and after each poll", async () => {
  const snapshots: JobSnapshot[] = [];
  const onStatus = (watch: JobSnapshot) => snapshots.push(watch);
  await run({ status: [taken, lost, working, done] }, { onStatus });
  expect(snapshots.map(({ state, misses }) => [state, misses])).toEqual([
    ["queued", 0],
    ["queued", 0],
    ["queued", 1],
    ["processing", 0],
    ["completed", 0],
  ]);
  expect(snapshots.map(({ trouble }) => trouble?.code)).toEqual([
    undefined,
    undefined,
    "network",
    undefined,
    undefined,
  ]);
  expect(new Set(snapshots.map(({ requestId }) => requestId))).toEqual(new Set([id]));
});

test("waits for a rate limit's reset, for status and result", async () => {
  const later = json({ error: "Slowly." }, 429, { "retry-after": "40" });
  const { asked } = await run({ status: [later, done], result: [later, done] });
  for (const kind of ["status", "result"]) {
    const [first, second] = asked.filter((each) => each.kind === kind);
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(40_000);
  }
});

test("continues after onStatus throws", async () => {
  const consoleError = vi.spyOn(console, "error").mockReturnValue();
  const onStatus = () => {
    throw new Error("broken callback");
  };
  await expect(run({ status: [taken, working, done] }, { onStatus })).resolves.toBeDefined();
  expect(consoleError).toHaveBeenCalled();
  consoleError.mockRestore();
});
