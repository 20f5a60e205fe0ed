import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createTestStack, type TestInstance } from "../../../test/createTestStack.ts";
import { EaselError } from "../../protocol/EaselError.ts";
import type { JobState } from "../../protocol/jobState.ts";
import type { SandboxOptions } from "../../sandbox/sandboxOptions.ts";
import type { HandlerOptions } from "../options/handlerOptions.ts";
import { memoryStore } from "../stores/memoryStore.ts";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date", "performance"] });
});

afterEach(() => {
  vi.useRealTimers();
});

/** Handlers that share a store, as instances of one app do, over a sandbox whose time is the test's. */
async function setUp(
  handler: Partial<HandlerOptions> = {},
  { prompt = "a red fox", ...sandbox }: SandboxOptions & { prompt?: string } = {},
) {
  const timing = { queueMs: 1_000, runMs: 7_000 };
  const stack = createTestStack({
    sandbox: { now: () => Date.now(), timing, ...sandbox },
    handler,
  });
  const submit = (user = "ada") => stack.submit({ prompt }, { "x-user": user });
  const ticket = String((await submit()).body["request_id"]);
  const pollStatus = (instance: TestInstance = stack) => instance.poll(ticket);
  const fetchResult = (instance: TestInstance = stack) => instance.fetchResult(ticket);
  return { ...stack, submit, ticket, pollStatus, fetchResult };
}

const waitMs = ({ headers }: { headers: Headers }): number =>
  Number(headers.get("retry-after-ms") ?? NaN);

test("reads from the store on all instances until the next poll is due, and returns the wait", async () => {
  const { pollStatus, createInstance, countCalls, events } = await setUp();
  const first = await pollStatus();
  expect(waitMs(first)).toBeGreaterThan(500);
  vi.advanceTimersByTime(waitMs(first) - 1);
  const second = await pollStatus(createInstance());
  expect(second.body).toEqual(first.body);
  expect(waitMs(second)).toBe(1);
  expect(countCalls("status")).toBe(1);
  vi.advanceTimersByTime(1);
  await pollStatus();
  expect(countCalls("status")).toBe(2);
  expect(events.filter(({ type }) => type === "cache")).toHaveLength(1);
});

test("doesn't poll the status or result again after a job has ended", async () => {
  const { pollStatus, fetchResult, createInstance, countCalls } = await setUp();
  vi.advanceTimersByTime(8_000);
  const answers = [await pollStatus(), await pollStatus(createInstance())];
  const results = [await fetchResult(), await fetchResult(createInstance())];
  vi.advanceTimersByTime(600_000);
  expect((await pollStatus()).body).toEqual(answers[0]?.body);
  expect((await fetchResult()).body).toEqual(results[0]?.body);
  expect(results[1]?.body).toEqual(results[0]?.body);
  expect(answers[0]?.body["status"]).toBe("COMPLETED");
  expect(answers[0]?.headers.has("retry-after-ms")).toBe(false);
  expect([countCalls("status"), countCalls("result")]).toEqual([1, 1]);
});

test("stores a failed job with its error", async () => {
  const { pollStatus, fetchResult, createInstance, countCalls } = await setUp(
    {},
    { prompt: "a red fox sandbox:content-block" },
  );
  vi.advanceTimersByTime(8_000);
  const first = await pollStatus();
  expect(first).toMatchObject({ status: 422, body: { code: "content_blocked", charged: "no" } });
  expect((await pollStatus(createInstance())).body).toEqual(first.body);
  expect((await fetchResult(createInstance())).body).toEqual(first.body);
  expect([countCalls("status"), countCalls("result")]).toEqual([1, 0]);
});

test("stores the status too if a result is read first", async () => {
  const { pollStatus, fetchResult, countCalls } = await setUp();
  vi.advanceTimersByTime(8_000);
  expect((await fetchResult()).body["status"]).toBe("COMPLETED");
  const { body } = await pollStatus();
  expect(body).toMatchObject({ status: "COMPLETED", metrics: { total_time: 8 } });
  expect(body).not.toHaveProperty("output");
  expect([countCalls("status"), countCalls("result")]).toEqual([0, 1]);
});

test("fetches a result that is too large for the store once per process", async () => {
  const values: string[] = [];
  const large = { bytes: new Uint8Array(200_000), contentType: "image/png" };
  const { store, pollStatus, fetchResult, countCalls, createInstance } = await setUp(
    {},
    { prompt: "a red fox sandbox:base64-output", paint: () => large },
  );
  const add = vi.spyOn(store, "add");
  const replace = vi.spyOn(store, "replace");
  vi.advanceTimersByTime(8_000);
  await pollStatus();
  const { body } = await fetchResult();
  expect(JSON.stringify(body).length).toBeGreaterThan(256_000);
  for (let reloads = 0; reloads < 5; reloads += 1) {
    expect((await fetchResult()).body).toEqual(body);
  }
  const other = createInstance();
  const soon = await fetchResult(other);
  expect([soon.status, soon.body["code"]]).toEqual([502, "upstream_unavailable"]);
  expect(countCalls("result")).toBe(1);
  vi.advanceTimersByTime(15_000);
  for (let reloads = 0; reloads < 5; reloads += 1) {
    expect((await fetchResult(other)).body).toEqual(body);
  }
  values.push(...add.mock.calls.map(([, value]) => value));
  values.push(...replace.mock.calls.map(([, , value]) => value ?? ""));
  expect(Math.max(...values.map(({ length }) => length))).toBeLessThan(256_001);
  expect([countCalls("status"), countCalls("result")]).toEqual([1, 2]);
});

test("returns a service error to all callers, and polls again after half a second", async () => {
  const { sandbox, pollStatus, countCalls } = await setUp();
  await pollStatus();
  vi.advanceTimersByTime(5_000);
  sandbox.fail("status", "bad-gateway");
  expect((await pollStatus()).body["code"]).toBe("upstream_unavailable");
  expect(await pollStatus()).toMatchObject({ status: 200, body: { status: "QUEUED" } });
  expect(countCalls("status")).toBe(2);
  vi.advanceTimersByTime(500);
  expect((await pollStatus()).body["status"]).toBe("PROCESSING");
});

test("calls the service immediately after an aborted poll", async () => {
  const { pollStatus, poll, ticket, countCalls } = await setUp();
  const gone = new AbortController();
  const broken = poll(ticket, { signal: gone.signal });
  gone.abort();
  expect((await broken).body["code"]).toBe("aborted");
  const before = countCalls("status");
  expect((await pollStatus()).status).toBe(200);
  expect(countCalls("status")).toBe(before + 1);
});

test("doesn't immediately fetch a failed result again, even for repeated requests", async () => {
  const { sandbox, fetchResult, createInstance, countCalls } = await setUp();
  vi.advanceTimersByTime(8_000);
  sandbox.fail("result", "bad-gateway");
  for (const instance of [undefined, createInstance(), undefined]) {
    const { status, body } = await fetchResult(instance);
    expect([status, body["code"]]).toEqual([502, "upstream_unavailable"]);
  }
  expect(countCalls("result")).toBe(1);
  vi.advanceTimersByTime(500);
  expect((await fetchResult()).body["status"]).toBe("COMPLETED");
});

test("returns job_not_found until the next poll for a job that the service doesn't know", async () => {
  const { sandbox, pollStatus, countCalls } = await setUp();
  sandbox.fail("status", "request-not-found");
  const answers = [await pollStatus(), await pollStatus()];
  expect(answers.map(({ body }) => body["code"])).toEqual(["job_not_found", "job_not_found"]);
  expect(answers.every(({ headers }) => headers.has("retry-after-ms"))).toBe(true);
  expect(countCalls("status")).toBe(1);
  vi.advanceTimersByTime(500);
  expect((await pollStatus()).status).toBe(200);
});

test("pauses polls for all jobs after a 429 response, and returns the last state", async () => {
  const { sandbox, pollStatus, submit, poll, countCalls, createInstance } = await setUp();
  await pollStatus();
  vi.advanceTimersByTime(5_000);
  sandbox.fail("status", "rate-limited");
  const paused = await pollStatus();
  expect(paused).toMatchObject({ status: 200, body: { status: "QUEUED" } });
  expect(waitMs(paused)).toBeGreaterThan(1_000);
  expect(waitMs(paused)).toBeLessThanOrEqual(60_000);
  const other = (await submit("bob")).body["request_id"];
  const bob = { headers: { "x-user": "bob" } };
  const looks = [await pollStatus(createInstance()), await poll(other, bob)];
  expect(looks.map(({ status }) => status)).toEqual([200, 200]);
  expect(countCalls("status")).toBe(2);
  vi.advanceTimersByTime(waitMs(paused));
  expect((await pollStatus()).body["status"]).toBe("COMPLETED");
});

test("reports a poll beyond the account's limit as held, and returns the last state", async () => {
  const { pollStatus, events } = await setUp({
    limits: { upstreamRequestsPerMinute: 3 },
    pollDelay: () => 0,
  });
  const looks = [await pollStatus(), await pollStatus(), await pollStatus(), await pollStatus()];
  expect(looks.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  const held = events.find((event) => event.type === "held");
  expect(held?.call).toBe("status");
  expect(held?.job).toMatch(/^.{12}$/);
  expect(held?.retryAt).toBeGreaterThan(Date.now());
  expect(events.filter(({ type }) => type === "upstream").length).toBeLessThanOrEqual(3);
});

test("accepts a backend that returns the same mutated object each time", async () => {
  const job = { requestId: "job-1", state: "queued" as JobState };
  const backend = {
    submit: async () => ({ ...job }),
    getStatus: async () => job,
    getResult: async () => job,
  };
  const { pollStatus } = await setUp({ backend, pollDelay: () => 0 });
  expect((await pollStatus()).body["status"]).toBe("QUEUED");
  job.state = "completed";
  vi.advanceTimersByTime(1_000);
  expect((await pollStatus()).body["status"]).toBe("COMPLETED");
});

test("polls new jobs first after a pause", async () => {
  const { sandbox, submit, poll, pollStatus } = await setUp({}, { timing: { runMs: 300_000 } });
  vi.advanceTimersByTime(100_000);
  const young = (await submit()).body["request_id"];
  sandbox.fail("status", "rate-limited");
  const old = await pollStatus();
  const waits = [waitMs(await poll(young)), waitMs(old)];
  expect((waits[1] ?? 0) - (waits[0] ?? 0)).toBe(10_000);
});

test("returns the wait for a delayed result, not a 429 response", async () => {
  const { sandbox, pollStatus, fetchResult } = await setUp();
  vi.advanceTimersByTime(8_000);
  await pollStatus();
  sandbox.fail("result", "rate-limited");
  for (const answer of [await fetchResult(), await fetchResult()]) {
    expect(answer).toMatchObject({
      status: 502,
      body: { code: "upstream_unavailable", retry: "safe" },
    });
    expect(answer.body["retryAt"]).toBeGreaterThan(Date.now());
  }
  vi.advanceTimersByTime(60_000);
  expect((await fetchResult()).body["status"]).toBe("COMPLETED");
});

test("polls a job from another instance if an instance dies during a poll", async () => {
  const { store, pollStatus, ticket, countCalls } = await setUp();
  await store.add(`asking:status:${ticket.split("~")[1]}`, "the dead one", 30);
  vi.useRealTimers();
  expect((await pollStatus()).status).toBe(200);
  expect(countCalls("status")).toBe(1);
});

test("learns a job's duration once to plan polls for the next job", async () => {
  const { store, pollStatus, submit, fetchResult, createInstance, poll } = await setUp();
  const jobs = async (): Promise<unknown> =>
    (JSON.parse((await store.get("history:sdxl-torch")) ?? "{}") as { jobs?: unknown }).jobs;
  const first = await pollStatus();
  expect(await jobs()).toBeUndefined();
  vi.advanceTimersByTime(8_000);
  await Promise.all([
    pollStatus(),
    pollStatus(createInstance()),
    fetchResult(),
    fetchResult(createInstance()),
  ]);
  expect(await jobs()).toEqual([
    [8_000, 8_000, 7_000, 7_000, expect.any(Number), expect.any(Number)],
  ]);

  for (let index = 0; index < 5; index += 1) {
    const job = (await submit()).body["request_id"];
    vi.advanceTimersByTime(8_000);
    await poll(job);
  }
  const next = (await submit()).body["request_id"];
  const answers = await createInstance().poll(next);
  expect(waitMs(answers)).not.toBe(waitMs(first));
});

test("returns the end of a job even if the store fails while learning", async () => {
  const { store, events, pollStatus } = await setUp();
  const get = store.get.bind(store);
  vi.spyOn(store, "get").mockImplementation(async (key) => {
    if (key.startsWith("history:")) throw new Error("no connection");
    return get(key);
  });
  await pollStatus();
  vi.advanceTimersByTime(8_000);
  expect((await pollStatus()).body["status"]).toBe("COMPLETED");
  expect(events.some((event) => event.type === "error" && event.where === "store")).toBe(true);
});

test("returns the service's response even if the store fails during the poll", async () => {
  const { store, pollStatus } = await setUp();
  const add = store.add.bind(store);
  vi.spyOn(store, "add").mockImplementation(async (key, value, lifeMs) => {
    if (key.startsWith("status:")) throw new Error("no connection");
    return add(key, value, lifeMs);
  });
  expect((await pollStatus()).body["status"]).toBe("QUEUED");
  vi.spyOn(store, "get").mockRejectedValue(new Error("no connection"));
  expect(await pollStatus()).toMatchObject({
    status: 503,
    body: { code: "store_down", charged: "no" },
  });
});

test("makes few polls for a job of eight seconds with any number of watchers", async () => {
  const { pollStatus, createInstance, countCalls } = await setUp();
  const instances = [createInstance(), createInstance()];
  const submittedAt = Date.now();
  let seenAt = 0;
  for (let step = 0; seenAt === 0; step += 1) {
    vi.advanceTimersByTime(50);
    const { body } = await pollStatus(instances[step % 2]);
    if (body["status"] === "COMPLETED") seenAt = Date.now();
  }
  expect(seenAt - submittedAt - 8_000).toBeLessThan(900);
  expect(countCalls("status")).toBeLessThanOrEqual(12);
});

test.each([-3_600_000, 3_600_000])(
  "keeps the poll schedule if the system time changes by %i ms",
  async (changeMs) => {
    const { pollStatus, createInstance, countCalls } = await setUp(
      {},
      { now: () => performance.now() },
    );
    const instances = [createInstance(), createInstance()];
    const first = await pollStatus(instances[0]);
    vi.setSystemTime(Date.now() + changeMs);
    vi.advanceTimersByTime(waitMs(first) - 1);
    for (const instance of instances) expect(waitMs(await pollStatus(instance))).toBe(1);
    vi.advanceTimersByTime(1);
    await pollStatus(instances[1]);
    expect(countCalls("status")).toBe(2);
  },
);

test.each([-300_000, 300_000])(
  "corrects a clock that is off by %i ms with the store's clock",
  async (skewMs) => {
    const store = memoryStore();
    const { createInstance, ticket, countCalls, pollStatus } = await setUp(
      { store },
      { now: () => performance.now() },
    );
    vi.setSystemTime(Date.now() + skewMs);
    const skewed = createInstance();
    const first = await skewed.poll(ticket);
    expect(waitMs(first)).toBeLessThan(10_000);
    vi.advanceTimersByTime(waitMs(first) - 1);
    expect(waitMs(await pollStatus())).toBe(1);
    vi.advanceTimersByTime(1);
    await pollStatus();
    expect(countCalls("status")).toBe(2);
    vi.advanceTimersByTime(8_000);
    expect((await skewed.poll(ticket)).body["status"]).toBe("COMPLETED");
    const history = JSON.parse((await store.get("history:sdxl-torch")) ?? "{}") as {
      readonly jobs: readonly (readonly number[])[];
    };
    expect(history.jobs[0]?.[1]).toBeLessThan(20_000);
  },
);

test("delays polls at most once for a clock that is ahead, without a store clock", async () => {
  const store = memoryStore();
  delete store.now;
  const { createInstance, ticket, pollStatus, countCalls } = await setUp(
    { store },
    { now: () => performance.now() },
  );
  vi.setSystemTime(Date.now() + 300_000);
  const ahead = createInstance();
  vi.setSystemTime(Date.now() - 300_000);
  // A model that is said to take seconds is polled rarely after minutes.
  const span = waitMs(await ahead.poll(ticket));
  expect(span).toBeLessThanOrEqual(30_000);
  expect(waitMs(await pollStatus())).toBe(span);
  vi.advanceTimersByTime(span);
  await pollStatus();
  expect(countCalls("status")).toBe(2);
});

test.each([NaN, Infinity, 1e300, -1, 0])(
  "delays a poll by at most five minutes for a retryAt of %d",
  async (retryAt) => {
    const record = { requestId: "job-1", state: "queued" as JobState, retryAt };
    const getStatus = vi.fn(async () => record);
    const backend = { submit: async () => record, getStatus, getResult: async () => record };
    const { pollStatus } = await setUp({ backend });
    expect(waitMs(await pollStatus())).toBeLessThanOrEqual(300_000);
    vi.advanceTimersByTime(300_000);
    getStatus.mockRejectedValue(new EaselError("upstream_unavailable", { retryAt }));
    expect(waitMs(await pollStatus())).toBeLessThanOrEqual(300_000);
    vi.advanceTimersByTime(300_000);
    getStatus.mockRejectedValue(new EaselError("rate_limited", { retryAt }));
    expect(waitMs(await pollStatus())).toBeLessThanOrEqual(301_000 + 15_000);
    vi.advanceTimersByTime(316_000);
    getStatus.mockResolvedValue({ ...record, state: "completed", retryAt: 0 });
    expect((await pollStatus()).body["status"]).toBe("COMPLETED");
  },
);
