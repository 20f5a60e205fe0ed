import { QueryClient } from "@tanstack/react-query";
import { expect, test, vi } from "vitest";
import type { Client } from "../client/client.ts";
import type { Attempt } from "../ledger/attempt.ts";
import { createLedger } from "../ledger/createLedger.ts";
import { createJobList } from "./createJobList.ts";
import { easelKeys } from "./easelKeys.ts";
import { firstSnapshot } from "./firstSnapshot.ts";
import { attemptsOptions, clientName } from "./hostQueries.ts";

const never = () => new Promise<never>(() => {});
const client: Client = { submit: never, getStatus: never, getResult: never };

const run = (attemptId: string, more: Partial<Attempt> = {}): Attempt => ({
  attemptId,
  modelId: "sdxl-torch",
  scope: "studio",
  input: { prompt: attemptId },
  startedAt: Date.now(),
  submit: "taken",
  requestId: `job-${attemptId}`,
  detached: false,
  ...more,
});

function open(...attempts: readonly Attempt[]) {
  const cache = new QueryClient();
  const ledger = createLedger();
  for (const attempt of attempts) void ledger.write(attempt);
  const list = createJobList({ cache, client, ledger });
  const look = (id: string, state: "queued" | "processing" | "completed") =>
    cache.setQueryData(easelKeys.status(`job-${id}`), firstSnapshot(`job-${id}`, state));
  const statuses = () => list.list().map(({ status }) => status);
  return { cache, ledger, list, look, statuses };
}

test("derives only the changed job, and notifies only about changes", async () => {
  const { list, look, statuses } = open(run("a"), run("b"));
  const listener = vi.fn();
  list.subscribe(listener);
  const [a, b] = list.list();
  look("a", "queued");
  look("b", "processing");
  await vi.waitFor(() => expect(listener).toHaveBeenCalledOnce());
  expect(statuses()).toEqual(["queued", "processing"]);
  expect(list.list()[0]).toBe(a);
  expect(list.list()[1]).not.toBe(b);

  const before = list.list();
  look("b", "processing");
  // The images are still being downloaded, so the job doesn't change.
  look("b", "completed");
  expect(list.list()).toBe(before);
  look("a", "processing");
  await vi.waitFor(() => expect(listener).toHaveBeenCalledTimes(2));
});

test("returns changes made without listeners", () => {
  const { ledger, list, look, statuses } = open(run("a"));
  expect(statuses()).toEqual(["queued"]);
  look("a", "processing");
  expect(statuses()).toEqual(["processing"]);
  expect(list.list()).toBe(list.list());
  const leave = list.subscribe(() => {});
  expect(statuses()).toEqual(["processing"]);
  leave();
  look("a", "queued");
  ledger.update("a", { starred: true });
  expect(statuses()).toEqual(["queued"]);
});

test("expires a job after its retention", () => {
  vi.useFakeTimers();
  const { requestId: _, ...unknown } = run("a", { submit: "unknown" });
  const { list, statuses } = open(unknown);
  list.subscribe(() => {});
  expect(statuses()).toEqual(["unknown"]);
  vi.setSystemTime(Date.now() + 3_600_001);
  expect(statuses()).toEqual(["expired"]);
  vi.useRealTimers();
});

test("keeps another tab's snapshots without a query", () => {
  vi.useFakeTimers();
  const { list, look, statuses } = open(run("a"));
  list.subscribe(() => {});
  look("a", "processing");
  vi.advanceTimersByTime(3_600_000);
  expect(statuses()).toEqual(["processing"]);
  vi.useRealTimers();
});

test("caches keepsAttempts by backend", async () => {
  const cache = new QueryClient();
  const keeping: Client = { ...client, keepsAttempts: async () => true };
  const forgetful: Client = { ...client, keepsAttempts: async () => false };
  const ask = (asked: Client) =>
    cache.fetchQuery(attemptsOptions({ client: asked, enabled: true }));
  expect([await ask(keeping), await ask(forgetful)]).toEqual([true, false]);
  const there = { ...keeping, address: "/there" };
  expect([clientName(there), clientName(keeping)]).toEqual(["/there", clientName(keeping)]);
  const { requestId: _, ...unknown } = run("a", { submit: "unknown" });
  const ledger = createLedger();
  void ledger.write(unknown);
  const checkable = (asked: Client) =>
    createJobList({ cache, client: asked, ledger }).list()[0]?.checkable;
  expect([checkable(keeping), checkable(forgetful)]).toEqual([true, false]);
});

test("offers to stop pending jobs once the config says that the host can", async () => {
  const cache = new QueryClient();
  const ledger = createLedger();
  void ledger.write(run("a"));
  const able = { ...client, cancelJob: never, getConfig: never };
  const list = createJobList({ cache, client: able, ledger });
  const listener = vi.fn();
  list.subscribe(listener);
  const isCancelable = () => list.list()[0]?.cancelable;
  expect(isCancelable()).toBe(false);
  const setConfig = (canCancel: boolean) =>
    cache.setQueryData(easelKeys.config(clientName(able)), { models: [], limits: {}, canCancel });
  setConfig(false);
  expect(isCancelable()).toBe(false);
  setConfig(true);
  await vi.waitFor(() => expect(listener).toHaveBeenCalledOnce());
  expect(isCancelable()).toBe(true);
});
