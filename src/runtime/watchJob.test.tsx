import { QueryClient } from "@tanstack/react-query";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Client, SubscribeOptions } from "../client/client.ts";
import type { PendingAttempt } from "../ledger/attempt.ts";
import { createLedger } from "../ledger/createLedger.ts";
import { memoryStorage } from "../ledger/memoryStorage.ts";
import type { JobSnapshot } from "../polling/jobSnapshot.ts";
import { EaselError } from "../protocol/EaselError.ts";
import type { JobStatus } from "../protocol/wire.ts";
import { easelKeys } from "./easelKeys.ts";
import { firstSnapshot } from "./firstSnapshot.ts";
import { watchJob } from "./watchJob.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const pass = (ms = 0) => vi.advanceTimersByTimeAsync(ms);

const attempt = (requestId: string): PendingAttempt => ({
  attemptId: `attempt of ${requestId}`,
  modelId: "sdxl-torch",
  scope: "form",
  input: {},
  startedAt: Date.now(),
  submit: "taken",
  requestId,
  detached: false,
});

/** Creates a page whose backend has streams that the test controls and polls that always return `queued`. */
function createPage() {
  const streams: SubscribeOptions[] = [];
  const client = {
    submit: () => Promise.reject(new EaselError("internal")),
    getStatus: vi.fn<Client["getStatus"]>(async (requestId) => ({ requestId, state: "queued" })),
    getResult: vi.fn<Client["getResult"]>(async (requestId) => ({
      requestId,
      images: [],
      body: {},
    })),
    subscribe: (_: string, options: SubscribeOptions) => {
      streams.push(options);
      return new Promise<void>(() => {});
    },
  } satisfies Client;
  const cache = new QueryClient();
  const ledger = createLedger({ storage: memoryStorage() });
  const onSnapshot = vi.fn<(watch: JobSnapshot) => void>();
  function watch(requestId = "job-1") {
    const about = attempt(requestId);
    void ledger.write(about);
    cache.setQueryData(easelKeys.status(requestId), firstSnapshot(requestId));
    const watcher = watchJob({ cache, client, ledger, attempt: about, onSnapshot });
    const state = () => cache.getQueryData<JobSnapshot>(easelKeys.status(requestId))?.state;
    return { ...watcher, state };
  }
  const tell = (status: Omit<JobStatus, "requestId">, requestId = "job-1") =>
    streams.at(-1)?.onStatus({ requestId, ...status }, "1");
  return { client, ledger, onSnapshot, watch, streams, tell };
}

test("applies streamed statuses without polls", async () => {
  const { client, ledger, onSnapshot, watch, tell } = createPage();
  const { state, stop } = watch();
  tell({ state: "queued" });
  tell({ state: "processing" });
  expect(state()).toBe("processing");
  await pass(25_000);
  expect(client.getStatus).not.toHaveBeenCalled();
  tell({ state: "completed" });
  await pass();
  expect(client.getResult).toHaveBeenCalledOnce();
  expect(ledger.list()[0]?.result).toBeDefined();
  const seen = onSnapshot.mock.calls.map(([{ state: found }]) => found);
  expect(seen.slice(-2)).toEqual(["processing", "completed"]);
  await pass(120_000);
  expect(client.getStatus).not.toHaveBeenCalled();
  stop();
  expect(vi.getTimerCount()).toBe(0);
});

test("stores a failed job before it is rendered", async () => {
  const { ledger, onSnapshot, watch, tell } = createPage();
  watch();
  onSnapshot.mockImplementation(({ state }) => {
    if (state === "failed") expect(ledger.list()[0]?.error?.code).toBe("run_failed");
  });
  tell({ state: "failed", error: new EaselError("run_failed") });
  await pass();
  expect(onSnapshot.mock.lastCall?.[0].state).toBe("failed");
});

test("keeps the streamed state after an older poll", async () => {
  const { client, watch, streams, tell } = createPage();
  const answers: ((status: JobStatus | Promise<never>) => void)[] = [];
  client.getStatus.mockImplementation(() => new Promise((answer) => void answers.push(answer)));
  const { state, resume } = watch();
  await pass(2_000);
  resume();
  expect(answers).toHaveLength(1);
  tell({ state: "processing" });
  answers[0]?.({ requestId: "job-1", state: "queued" });
  await pass();
  expect(state()).toBe("processing");
  streams[0]?.onAlive?.();
  await pass(2_000);
  resume();
  expect(answers).toHaveLength(2);
  tell({ state: "completed" });
  answers[1]?.(Promise.reject(new EaselError("job_not_found")));
  await pass();
  expect(state()).toBe("completed");
});

test("polls after a stream falls silent", async () => {
  const { client, ledger, watch, tell } = createPage();
  watch();
  tell({ state: "queued" });
  tell({ state: "processing" });
  client.getStatus.mockImplementation(async (requestId) => ({ requestId, state: "completed" }));
  await pass(40_000);
  expect(ledger.list()[0]?.result).toBeDefined();
  expect(client.getStatus).toHaveBeenCalledOnce();
});

test("polls immediately on resume after the system clock was set back", async () => {
  const { client, watch } = createPage();
  client.getStatus.mockImplementation(async (requestId) => ({
    requestId,
    state: "processing",
    retryAt: Date.now() + 2_000,
  }));
  const { resume, stop } = watch();
  await pass(10_000);
  const polls = () => client.getStatus.mock.calls.length;
  const before = polls();
  vi.setSystemTime(Date.now() - 3_600_000);
  resume("visible");
  await pass();
  expect(polls()).toBe(before + 1);
  await pass(10_000);
  expect(polls()).toBeGreaterThanOrEqual(before + 5);
  stop();
});

test("downloads a result again on resume after the system clock was set back", async () => {
  const { client, watch, tell } = createPage();
  client.getResult.mockRejectedValueOnce(
    new EaselError("rate_limited", { retryAt: Date.now() + 900_000 }),
  );
  const { resume, stop } = watch();
  tell({ state: "queued" });
  tell({ state: "completed" });
  await pass(5_000);
  expect(client.getResult).toHaveBeenCalledOnce();
  vi.setSystemTime(Date.now() - 3_600_000);
  resume("visible");
  await pass();
  expect(client.getResult).toHaveBeenCalledTimes(2);
  stop();
});

test("streams two of two hundred jobs, and polls all of them", async () => {
  const { client, watch, streams } = createPage();
  const jobs = Array.from({ length: 200 }, (_, index) => watch(`job-${index}`));
  await pass(20_000);
  expect(streams.filter(({ signal }) => !signal?.aborted).length).toBeLessThanOrEqual(2);
  expect(new Set(client.getStatus.mock.calls.map(([id]) => id)).size).toBe(200);
  for (const { stop } of jobs) stop();
  await pass();
  expect(vi.getTimerCount()).toBe(0);
});
