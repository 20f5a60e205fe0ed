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

// Its code is there, as it is after an app's first request.
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
  /** One after the other; the last one stays. */
  readonly status?: readonly Reply[];
  readonly result?: readonly Reply[];
}

/** A host with given answers, and its requests. */
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

/** Runs a job while the clock goes on, to its end. */
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
  ["500 in JSON", json({ error: "Internal" }, 500), "submit_unknown", "unknown", "unsafe"],
  ["500 as a page", text(page, 500), "submit_unknown", "unknown", "unsafe"],
  ["502 as a page", text(page, 502), "submit_unknown", "unknown", "unsafe"],
  ["503", text("", 503), "submit_unknown", "unknown", "unsafe"],
  ["504", text(page, 504), "submit_unknown", "unknown", "unsafe"],
  ["429 with a reset", limited, "rate_limited", "no", "after"],
  ["broken in the middle", cut, "submit_unknown", "unknown", "unsafe"],
  ["torn", text('{"request_id":"2c7f'), "submit_unreadable", "unknown", "unsafe"],
  ["empty", text(""), "submit_unreadable", "unknown", "unsafe"],
  ["a page at 200", text(page), "submit_unreadable", "unknown", "unsafe"],
  ["no id", json({ status: "QUEUED" }), "submit_unreadable", "unknown", "unsafe"],
  ["an id no path can hold", json({ request_id: "a/b" }), "submit_unreadable", "unknown", "unsafe"],
  [
    "the key refused",
    json(new EaselError("upstream_key_invalid").toJSON(), 502),
    "upstream_key_invalid",
    "no",
    "never",
  ],
])(
  "a submit that comes back %s is sent once, and says what it cost",
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
  ["502 as a page", text(page, 502)],
  ["a torn body", text('{"status":"COMP')],
  ["a body that breaks off", cut],
  ["an empty body", text("")],
  ["a page at 200", text(page)],
];

test.each(troubles.flatMap(([name, reply]) => [1, 3].map((times) => ({ name, reply, times }))))(
  "$name, $times in a row, on status and on result: one submit, and the result in the end",
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
])("404 for good on %s is the end of it, and carries the id", async (_, script) => {
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
])("FAILED on %s ends the run, free of charge", async (_, script) => {
  const { error, count } = await run(script);
  expect(error).toMatchObject({ code: "run_failed", charged: "no", message: "Out of memory" });
  expect(error?.requestId).toBe(id);
  expect([count("submit"), count("result")]).toEqual([1, "result" in script ? 1 : 0]);
});

test("the input goes out with its defaults, and the images come back", async () => {
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

test("a reset on the way is waited for, on status and on result", async () => {
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
    throw new Error("a broken reader");
  };
  await expect(run({ status: [taken, working, done] }, { onStatus })).resolves.toBeDefined();
  expect(consoleError).toHaveBeenCalled();
  consoleError.mockRestore();
});
