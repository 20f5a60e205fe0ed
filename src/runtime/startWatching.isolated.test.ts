import { QueryClient } from "@tanstack/react-query";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Client } from "../client/client.ts";
import type { Attempt } from "../ledger/attempt.ts";
import type { LedgerChange } from "../ledger/createLedger.ts";
import { memoryStorage } from "../ledger/memoryStorage.ts";
import type { WatchOptions } from "./watch.ts";

const unused = () => Promise.reject(new Error("No request is expected."));
const client: Client = { submit: unused, getStatus: unused, getResult: unused };

const attempt: Attempt = {
  attemptId: "a",
  modelId: "m",
  scope: "form",
  input: {},
  startedAt: 1,
  submit: "sent",
  detached: false,
};

const stop = vi.fn();
const watch = vi.fn<(runtime: unknown, options: WatchOptions) => () => void>();
const load = vi.fn();

let start: (onResult?: WatchOptions["onResult"]) => () => void;
let check: (attemptId: string) => Promise<void>;
let runtime: import("./createRuntime.ts").Runtime;

beforeEach(async () => {
  vi.useFakeTimers();
  vi.resetAllMocks();
  watch.mockReturnValue(stop);
  load.mockReturnValue({ watch });
  vi.doMock("./watch.ts", load);
  // Simulates a page that hasn't loaded any lazy code yet.
  vi.resetModules();
  const { createRuntime } = await import("./createRuntime.ts");
  const { checkSubmit, startWatching } = await import("./startWatching.ts");
  const queryClient = new QueryClient();
  runtime = createRuntime({ client, queryClient, storage: memoryStorage(), userKey: undefined });
  start = (onResult) => startWatching(runtime, onResult);
  check = (attemptId) => checkSubmit(runtime, attemptId);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.doUnmock("./watch.ts");
});

test("watches once the code is loaded, until it is stopped", async () => {
  const end = start();
  await vi.waitFor(() => expect(watch).toHaveBeenCalledWith(runtime, expect.anything()));
  expect(watch.mock.calls[0]?.[1].onResult).toBeUndefined();
  end();
  expect(stop).toHaveBeenCalledOnce();
});

test("passes on ledger changes made before the code was loaded", async () => {
  const end = start(runtime.report.result);
  void runtime.ledger.write(attempt);
  await vi.waitFor(() => expect(watch).toHaveBeenCalledOnce());
  const expected: LedgerChange[] = [{ attemptId: "a", attempt }];
  expect(watch.mock.calls[0]?.[1]).toEqual({ missed: expected, onResult: runtime.report.result });
  end();
});

test("locks the page's ID for other tabs before the code is loaded", () => {
  const request = vi.fn<LockManager["request"]>(() => Promise.resolve());
  vi.stubGlobal("navigator", { locks: { request } });
  start()();
  expect(request.mock.calls[0]?.[0]).toMatch(/^easel-page:/);
});

test("doesn't watch if it is stopped before the code is loaded", async () => {
  start()();
  await vi.waitFor(() => expect(load).toHaveBeenCalled());
  await import("./watch.ts");
  expect(watch).not.toHaveBeenCalled();
});

test("retries until the code is loaded, and reports the failure once", async () => {
  load.mockImplementationOnce(() => {
    throw new Error("Failed to fetch dynamically imported module");
  });
  const onError = vi.fn();
  runtime.report.use({ onError });
  const end = start();
  await vi.waitFor(() => expect(vi.getTimerCount()).toBe(1));
  expect(watch).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(5_000);
  await vi.waitFor(() => expect(watch).toHaveBeenCalled());
  expect(onError.mock.calls).toMatchObject([[{ code: "not_loaded" }, { during: "load" }]]);
  end();
});

test("sends nothing for a check whose code can't be loaded, and allows another check", async () => {
  load.mockImplementationOnce(() => {
    throw new Error("Failed to fetch dynamically imported module");
  });
  const submit = vi.spyOn(client, "submit");
  const checkLoaded = vi.fn();
  load.mockReturnValue({ watch, check: checkLoaded });
  void runtime.ledger.write({ ...attempt, submit: "unknown" });
  await check("a");
  expect(submit).not.toHaveBeenCalled();
  expect(runtime.ledger.list()[0]).toMatchObject({
    submit: "unknown",
    trouble: { code: "not_loaded", charged: "no" },
  });
  await check("a");
  expect(checkLoaded).toHaveBeenCalledExactlyOnceWith(runtime, "a");
});
