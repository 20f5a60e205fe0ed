import { act, cleanup, renderHook } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createFakeLocks, FakeChannel } from "../../test/fakeTabs.ts";
import type { Client } from "../client/client.ts";
import { memoryStorage } from "../ledger/memoryStorage.ts";
import { sdxlTorch } from "../models/catalog/sdxlTorch.ts";
import { EaselError } from "../protocol/EaselError.ts";
import type { JobStatus } from "../protocol/wire.ts";
import type { EaselErrorContext, EaselEvent } from "../runtime/report.ts";
import { EaselProvider } from "./EaselProvider.tsx";
import { useGenerate } from "./useGenerate.ts";
import { useJobs } from "./useJobs.ts";

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("BroadcastChannel", FakeChannel);
  vi.spyOn(document, "visibilityState", "get").mockReturnValue("visible");
  Object.defineProperty(navigator, "locks", { value: createFakeLocks(), configurable: true });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));
const input = { prompt: "a heron" };
const canceled: Omit<JobStatus, "requestId"> = {
  state: "failed",
  error: new EaselError("run_canceled", { charged: "no", retry: "safe" }),
};

/** Creates a browser whose tabs share a storage, and a backend whose only job is running. */
function createBrowser({ canCancel = true } = {}) {
  const kept = { ...memoryStorage(), shared: true };
  const onError = vi.fn<(error: EaselError, context: EaselErrorContext) => void>();
  const onEvent = vi.fn<(event: EaselEvent) => void>();
  let status: Omit<JobStatus, "requestId"> = { state: "processing" };
  let answer: (status: Omit<JobStatus, "requestId">) => void = () => {};
  let fail: (cause: unknown) => void = () => {};
  const client = {
    submit: async () => ({ requestId: "job-1", state: "queued" as const }),
    getStatus: vi.fn<Client["getStatus"]>(async (requestId) => ({ requestId, ...status })),
    getResult: async (requestId: string) => ({
      requestId,
      images: [{ url: "https://images.example/a.png" }],
      body: {},
    }),
    getConfig: async () => ({ models: [], limits: {}, canCancel }),
    cancelJob: vi.fn<NonNullable<Client["cancelJob"]>>(
      (requestId) =>
        new Promise((resolve, reject) => {
          answer = (next) => {
            status = next;
            resolve({ requestId, ...next });
          };
          fail = reject;
        }),
    ),
  } satisfies Client;
  async function open() {
    const storage = { ...kept };
    const wrapper = ({ children }: { children: ReactNode }) => (
      <EaselProvider client={client} storage={storage} onError={onError} onEvent={onEvent}>
        {children}
      </EaselProvider>
    );
    const tab = renderHook(() => ({ ...useGenerate(sdxlTorch), all: useJobs() }), { wrapper });
    await pass(0);
    return tab;
  }
  return {
    client,
    kept,
    open,
    onError,
    onEvent,
    put: (next: Omit<JobStatus, "requestId">) => void (status = next),
    answer: (next: Omit<JobStatus, "requestId">) => answer(next),
    fail: (cause: unknown) => fail(cause),
  };
}

async function openRunning(options?: Parameters<typeof createBrowser>[0]) {
  const browser = createBrowser(options);
  const tab = await browser.open();
  act(() => tab.result.current.generate(input));
  await pass(5_000);
  expect(tab.result.current.status).toBe("processing");
  const page = () => tab.result.current;
  return { ...browser, page, unmount: tab.unmount };
}

test("stops a job once, even after a double click", async () => {
  const { page, client, answer, onError, onEvent } = await openRunning();
  expect(page().job).toMatchObject({ cancelable: true, canceling: false });
  act(() => {
    page().cancel();
    page().cancel();
  });
  await pass(0);
  expect(page().job).toMatchObject({ cancelable: false, canceling: true, status: "processing" });
  act(() => page().all.cancel(page().job?.attemptId ?? ""));
  await pass(0);
  expect(client.cancelJob).toHaveBeenCalledOnce();
  expect(client.cancelJob.mock.calls[0]?.[0]).toBe("job-1");
  answer(canceled);
  await pass(0);
  expect(page()).toMatchObject({ status: "canceled", isPending: false });
  expect(page().error).toMatchObject({ code: "run_canceled", charged: "no" });
  expect(page().job).toMatchObject({ cancelable: false, canceling: false });
  expect(onError).not.toHaveBeenCalled();
  const ends = onEvent.mock.calls.filter(([{ type }]) => type === "finished");
  expect(ends.map(([event]) => event)).toMatchObject([{ outcome: "canceled", images: 0 }]);
});

test("stays canceling until a later poll reports the end", async () => {
  const { page, answer, put } = await openRunning();
  act(() => page().cancel());
  await pass(0);
  answer({ state: "processing" });
  await pass(0);
  expect(page().job).toMatchObject({ canceling: true });
  put(canceled);
  await pass(30_000);
  expect(page().status).toBe("canceled");
});

test("keeps the result if the job ended before the request", async () => {
  const { page, answer } = await openRunning();
  act(() => page().cancel());
  await pass(0);
  answer({ state: "completed" });
  await pass(1_000);
  expect(page()).toMatchObject({ status: "completed", error: undefined });
  expect(page().result?.images).toHaveLength(1);
});

test("continues with an error as its trouble if the request fails", async () => {
  const { page, client, fail, onError, answer } = await openRunning();
  act(() => page().cancel());
  await pass(0);
  fail(new EaselError("upstream_unavailable"));
  await pass(0);
  expect(page()).toMatchObject({ status: "processing", isPending: true, error: undefined });
  expect(page().job).toMatchObject({ cancelable: true, canceling: false });
  expect(page().job?.trouble).toMatchObject({ code: "cancel_failed" });
  const { attemptId = "" } = page().job ?? {};
  const about = { attemptId, modelId: sdxlTorch.id, scope: sdxlTorch.id };
  expect(onError.mock.calls.map(([{ code }, context]) => [code, context])).toEqual([
    ["cancel_failed", { during: "cancel", ...about }],
  ]);
  await pass(5_000);
  expect(client.cancelJob).toHaveBeenCalledOnce();
  act(() => page().cancel());
  await pass(0);
  expect(page().job).toMatchObject({ canceling: true, trouble: undefined });
  answer(canceled);
  await pass(0);
  expect(page().status).toBe("canceled");
});

test("ignores a failed request if the job has ended in the meantime", async () => {
  const { page, fail, put, onError } = await openRunning();
  act(() => page().cancel());
  await pass(0);
  put(canceled);
  await pass(30_000);
  expect(page().status).toBe("canceled");
  fail(new EaselError("network"));
  await pass(0);
  expect(page()).toMatchObject({ status: "canceled" });
  expect(page().job?.trouble).toBeUndefined();
  expect(onError).not.toHaveBeenCalled();
});

test("shows the request in other tabs and after a reload", async () => {
  const { page, open, client, answer, unmount } = await openRunning();
  const other = await open();
  act(() => page().cancel());
  await pass(0);
  expect(other.result.current.job).toMatchObject({ canceling: true, cancelable: false });
  unmount();
  other.unmount();
  const reloaded = await open();
  expect(reloaded.result.current.job).toMatchObject({ canceling: true, cancelable: false });
  act(() => reloaded.result.current.cancel());
  await pass(0);
  expect(client.cancelJob).toHaveBeenCalledOnce();
  answer(canceled);
  await pass(30_000);
  expect(reloaded.result.current.status).toBe("canceled");
});

test("offers to stop a job again after a minute if the page closed before it sent the request", async () => {
  const { client, kept, open } = createBrowser();
  const cancelRequestedAt = Date.now();
  const attempt = {
    version: 1,
    attemptId: "a",
    modelId: sdxlTorch.id,
    scope: sdxlTorch.id,
    input,
    startedAt: cancelRequestedAt,
    pageId: "closed",
    submit: "taken",
    requestId: "job-1",
    detached: false,
    cancelRequestedAt,
  };
  void kept.set("easel:::a", JSON.stringify(attempt));
  const { result } = await open();
  await pass(30_000);
  expect(result.current.job).toMatchObject({ canceling: true, cancelable: false });
  await pass(60_000);
  expect(result.current.job).toMatchObject({ canceling: false, cancelable: true });
  act(() => result.current.cancel());
  await pass(0);
  expect(client.cancelJob).toHaveBeenCalledOnce();
});

test("does nothing unless the host can stop jobs and the job is pending", async () => {
  const unable = await openRunning({ canCancel: false });
  expect(unable.page().job).toMatchObject({ cancelable: false });
  act(() => unable.page().cancel());
  await pass(0);
  expect(unable.client.cancelJob).not.toHaveBeenCalled();
  unable.unmount();

  const { page, client, put } = await openRunning();
  put({ state: "completed" });
  await pass(30_000);
  expect(page().job).toMatchObject({ status: "completed", cancelable: false });
  act(() => page().cancel());
  await pass(0);
  expect(client.cancelJob).not.toHaveBeenCalled();
});
