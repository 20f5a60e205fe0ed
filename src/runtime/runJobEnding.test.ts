import { afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import type { Client } from "../client/client.ts";
import { createClient, hostClientModule } from "../client/createClient.ts";
import { sdxlTorch } from "../models/catalog/sdxlTorch.ts";
import { EaselError } from "../protocol/EaselError.ts";
import type { JobState } from "../protocol/jobState.ts";
import { runJob, type RunJobOptions } from "./runJob.ts";

const id = "2c7f59ea-13f1-402c-9353-915a2b5a2124";
const result = { requestId: id, images: [], body: {} };
const never = () => new Promise<never>(() => undefined);

// Preloads the lazy code, as after an app's first request.
beforeAll(() => hostClientModule.load());
beforeEach(() => vi.useFakeTimers({ now: Date.UTC(2026, 0, 1) }));
afterEach(() => vi.useRealTimers());

/** Creates a custom client that ignores signals and whose job doesn't end. */
function clientOf(own: Partial<Client> = {}) {
  let looks = 0;
  const submit: Client["submit"] = () => Promise.resolve({ requestId: id, state: "queued" });
  const getStatus: Client["getStatus"] = () => {
    looks += 1;
    // Ends the job eventually, so that a hot loop fails the test instead of blocking the clock.
    return Promise.resolve({ requestId: id, state: looks > 500 ? "completed" : "processing" });
  };
  const getResult: Client["getResult"] = () => Promise.resolve(result);
  return {
    submit: vi.fn(own.submit ?? submit),
    getStatus: vi.fn(own.getStatus ?? getStatus),
    getResult: vi.fn(own.getResult ?? getResult),
  };
}

const start = (client: Client, options: RunJobOptions = {}) => {
  const seen = { error: undefined as EaselError | undefined, result: undefined as unknown };
  void runJob(client, sdxlTorch, { prompt: "a" }, options).then(
    (value) => (seen.result = value),
    (error: EaselError) => (seen.error = error),
  );
  return seen;
};

const tick = (ms = 0) => vi.advanceTimersByTimeAsync(ms);

test("rejects at the deadline with the job's ID, and stops polling", async () => {
  const client = clientOf();
  const seen = start(client, { deadlineMs: 30_000 });
  await tick(29_999);
  expect(seen.error).toBeUndefined();
  await tick(1);
  expect(seen.error).toMatchObject({ code: "deadline", charged: "unknown", requestId: id });
  expect(EaselError.is(seen.error)).toBe(true);
  const looks = client.getStatus.mock.calls.length;
  await tick(600_000);
  expect(client.getStatus.mock.calls.length).toBe(looks);
  expect(client.submit).toHaveBeenCalledOnce();
  expect(vi.getTimerCount()).toBe(0);
});

test.each(["run_failed", "content_blocked", "run_canceled", "run_expired"] as const)(
  "rejects with the result's %s error after one request",
  async (code) => {
    const client = clientOf({
      getStatus: () => Promise.resolve({ requestId: id, state: "completed" }),
      getResult: () => Promise.reject(new EaselError(code)),
    });
    const seen = start(client);
    await tick(60_000);
    expect(seen.error).toMatchObject({ code, requestId: id });
    expect(client.getResult).toHaveBeenCalledOnce();
    expect(vi.getTimerCount()).toBe(0);
  },
);

test("times out after ten minutes by default", async () => {
  const seen = start(clientOf());
  await tick(599_999);
  expect(seen.error).toBeUndefined();
  await tick(1);
  expect(seen.error?.code).toBe("deadline");
});

test.each([Infinity, Number.MAX_SAFE_INTEGER, 2 ** 31])(
  "accepts a deadline of %d, which exceeds the longest timer",
  async (deadlineMs) => {
    let state: JobState = "processing";
    const getStatus = () => Promise.resolve({ requestId: id, state });
    const seen = start(clientOf({ getStatus }), { deadlineMs });
    await tick(900_000);
    expect(seen).toEqual({ error: undefined, result: undefined });
    state = "completed";
    await tick(60_000);
    expect(seen.result).toEqual(result);
    expect(vi.getTimerCount()).toBe(0);
  },
);

test("rejects with submit_unknown if the deadline passes during the submit", async () => {
  const seen = start(clientOf({ submit: never }), { deadlineMs: 1_000 });
  await tick(1_001);
  expect(seen.error).toMatchObject({ code: "submit_unknown", charged: "unknown", retry: "unsafe" });
  expect(seen.error?.attemptId).toMatch(/^[0-9a-f]{32}$/);
});

const completed = () => Promise.resolve({ requestId: id, state: "completed" as const });
const refuse = () => Promise.reject(new EaselError("network"));

const moments: [string, Partial<Client>][] = [
  ["between two polls", {}],
  ["during a poll that hangs", { getStatus: never }],
  ["during a result request that hangs", { getStatus: completed, getResult: never }],
  ["between two result requests", { getStatus: completed, getResult: refuse }],
];

test.each(moments)("rejects immediately with the job's ID when aborted %s", async (_, own) => {
  const caller = new AbortController();
  const seen = start(clientOf(own), { signal: caller.signal });
  await tick(2_000);
  caller.abort();
  await tick(0);
  expect(seen.error).toMatchObject({ code: "aborted", charged: "unknown", requestId: id });
  expect(vi.getTimerCount()).toBe(0);
});

test.each(moments)("rejects with the job's ID if the deadline passes %s", async (_, own) => {
  const seen = start(clientOf(own), { deadlineMs: 2_000 });
  await tick(2_000);
  expect(seen.error).toMatchObject({ code: "deadline", charged: "unknown", requestId: id });
  expect(vi.getTimerCount()).toBe(0);
});

test("stops polling when aborted, even if the client ignores the signal", async () => {
  const caller = new AbortController();
  const client = clientOf();
  start(client, { signal: caller.signal });
  await tick(5_000);
  const looks = client.getStatus.mock.calls.length;
  caller.abort();
  await tick(60_000);
  expect(client.getStatus.mock.calls.length).toBe(looks);
  expect(client.getResult).not.toHaveBeenCalled();
});

test("treats a submit aborted in flight as unsafe to retry", async () => {
  const caller = new AbortController();
  const seen = start(clientOf({ submit: never }), { signal: caller.signal });
  await tick(10);
  caller.abort();
  await tick(0);
  expect(seen.error).toMatchObject({ code: "aborted", charged: "unknown", retry: "unsafe" });
  expect(seen.error?.requestId).toBeUndefined();
});

test("sends nothing and isn't charged if already aborted", async () => {
  const client = clientOf();
  const seen = start(client, { signal: AbortSignal.abort() });
  await tick(0);
  expect(client.submit).not.toHaveBeenCalled();
  expect(seen.error).toMatchObject({ code: "aborted", charged: "no" });
  expect(vi.getTimerCount()).toBe(0);
});

test("doesn't poll in a loop if a retry time is years away", async () => {
  const retryAt = Date.UTC(2099, 0, 1);
  const getStatus = vi.fn(() => Promise.reject(new EaselError("rate_limited", { retryAt })));
  const seen = start(clientOf({ getStatus }), { deadlineMs: 120_000 });
  await tick(120_000);
  expect(seen.error?.code).toBe("deadline");
  expect(getStatus.mock.calls.length).toBeLessThan(20);
});

test("throws an EaselError for any error that the client throws", async () => {
  const submit = () => Promise.reject(new RangeError("mine"));
  const thrown = start(clientOf({ submit }));
  const getStatus = () => {
    throw new RangeError("mine");
  };
  const later = start(clientOf({ getStatus }), { deadlineMs: 5_000 });
  await tick(5_000);
  expect(EaselError.is(thrown.error)).toBe(true);
  expect(thrown.error).toMatchObject({ charged: "unknown", retry: "unsafe" });
  expect(EaselError.is(later.error)).toBe(true);
  expect(later.error?.requestId).toBe(id);
});

test("fetches the result immediately if the accepted job is already completed", async () => {
  const client = clientOf({ submit: completed });
  const seen = start(client);
  await tick(0);
  expect(seen.result).toEqual(result);
  expect(client.getStatus).not.toHaveBeenCalled();
});

test("sends nothing for invalid input, but sends any input for a model given by ID", async () => {
  const client = clientOf();
  await expect(runJob(client, sdxlTorch, { prompt: " ", samples: 9 })).rejects.toMatchObject({
    code: "invalid_input",
    charged: "no",
    fields: { prompt: "Write a prompt.", samples: "Must be 4 or less." },
  });
  expect(client.submit).not.toHaveBeenCalled();
  // Aborted here, because its polls would continue in a later test's clock.
  const caller = new AbortController();
  const ending = runJob(client, "flux-dev", { prompt: " " }, { signal: caller.signal });
  expect(client.submit.mock.calls.map(([model, input]) => [model, input])).toEqual([
    ["flux-dev", { prompt: " " }],
  ]);
  await tick();
  caller.abort();
  await expect(ending).rejects.toMatchObject({ code: "aborted" });
});

test("meets the deadline if the headers hang", async () => {
  const fetcher = vi.fn(never);
  const client = createClient({ fetcher, headers: never });
  const seen = start(client, { deadlineMs: 5_000 });
  await tick(5_000);
  expect(EaselError.is(seen.error)).toBe(true);
  expect(fetcher).not.toHaveBeenCalled();
});

test("sends nothing and isn't charged if stopped while the headers are pending", async () => {
  const fetcher = vi.fn(() => never());
  const client = createClient({ fetcher, headers: () => never() });
  const away = new AbortController();
  const stopped = start(client, { signal: away.signal });
  const late = start(client, { deadlineMs: 1_000 });
  await tick(500);
  away.abort();
  await tick(1_000);
  expect(stopped.error).toMatchObject({ code: "aborted", charged: "no" });
  expect(late.error).toMatchObject({ charged: "no" });
  expect(fetcher).not.toHaveBeenCalled();
});
