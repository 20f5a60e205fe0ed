import { act, cleanup, renderHook } from "@testing-library/react";
import { StrictMode, type ReactNode } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createFakeLocks, FakeChannel } from "../../test/fakeTabs.ts";
import type { Client } from "../client/client.ts";
import type { Attempt } from "../ledger/attempt.ts";
import { createLedger } from "../ledger/createLedger.ts";
import { memoryStorage } from "../ledger/memoryStorage.ts";
import { sdxlTorch } from "../models/catalog/sdxlTorch.ts";
import type { JobState } from "../protocol/jobState.ts";
import type { Job } from "../runtime/job.ts";
import { EaselProvider } from "./EaselProvider.tsx";
import { useGenerate } from "./useGenerate.ts";

const start = Date.UTC(2026, 0, 1);
const panda = { prompt: "a panda" };

let said: ReturnType<typeof vi.spyOn>;

beforeEach(() => {
  vi.useFakeTimers({ now: start });
  vi.stubGlobal("BroadcastChannel", FakeChannel);
  said = vi.spyOn(console, "error").mockImplementation(() => {});
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));

const attempt = (attemptId: string, more: Partial<Attempt> = {}): Attempt => ({
  attemptId,
  modelId: sdxlTorch.id,
  scope: sdxlTorch.id,
  input: panda,
  startedAt: start - 5_000,
  pageId: "gone",
  submit: "taken",
  requestId: `job-${attemptId}`,
  detached: false,
  ...more,
});

/** Creates a browser with attempts from earlier pages. Every job is completed at its first poll. */
function createBrowser(left: readonly Attempt[] = [], user = "") {
  const kept = { ...memoryStorage(), shared: true };
  const name = `:${user}`;
  for (const one of left) void createLedger({ storage: kept, name }).write(one);
  Object.defineProperty(navigator, "locks", { value: createFakeLocks(), configurable: true });
  let count = 0;
  const image = { url: "https://images.example/1.png" };
  const client = {
    submit: vi.fn<Client["submit"]>(async () => ({
      requestId: `job-${++count}`,
      state: "queued",
    })),
    getStatus: vi.fn<Client["getStatus"]>(async (requestId) => ({
      requestId,
      state: "completed" as JobState,
    })),
    getResult: vi.fn<Client["getResult"]>(async (requestId) => ({
      requestId,
      images: [image],
      seed: 7,
      body: {},
    })),
  } satisfies Client;

  async function open(onResult?: (job: Job) => unknown, userKey = user) {
    const props = { onResult, userKey };
    const storage = { ...kept };
    const wrapper = ({ children }: { children: ReactNode }) => (
      <StrictMode>
        <EaselProvider client={client} storage={storage} {...props}>
          {children}
        </EaselProvider>
      </StrictMode>
    );
    const page = renderHook(() => useGenerate(sdxlTorch), { wrapper });
    await pass(0);
    const rerender = (next: Partial<typeof props>) => {
      Object.assign(props, next);
      page.rerender();
      return pass(0);
    };
    return { ...page, rerender };
  }
  const attempts = () => createLedger({ storage: kept, name }).list();
  return { client, image, open, attempts };
}

const delivered = (attempts: readonly Attempt[]) => attempts.map((one) => one.delivered);

test("delivers each job once with its images, input, and IDs", async () => {
  const { open, image, attempts } = createBrowser();
  const onResult = vi.fn();
  const { result } = await open(onResult);
  act(() => result.current.generate(panda));
  expect(delivered(attempts())).toEqual([false]);
  await pass(20_000);
  expect(onResult).toHaveBeenCalledOnce();
  expect(onResult.mock.calls[0]?.[0]).toMatchObject({
    attemptId: attempts()[0]?.attemptId,
    status: "completed",
    modelId: sdxlTorch.id,
    requestId: "job-1",
    input: panda,
    result: { images: [image], seed: 7 },
  });
  expect(delivered(attempts())).toEqual([true]);
  await pass(600_000);
  expect(onResult).toHaveBeenCalledOnce();
});

test("calls the callback from the latest render", async () => {
  const { open, client } = createBrowser();
  const [first, second] = [vi.fn(), vi.fn()];
  const { result, rerender } = await open(first);
  act(() => result.current.generate(panda));
  await rerender({ onResult: second });
  await pass(20_000);
  expect(first).not.toHaveBeenCalled();
  expect(second).toHaveBeenCalledOnce();
  expect(client.submit).toHaveBeenCalledOnce();
});

test("delivers an earlier page's pending jobs, but not its ended jobs", async () => {
  const result = { requestId: "job-old", images: [], body: {} };
  const { open, attempts } = createBrowser([
    attempt("old", { result, endedAt: start - 1_000 }),
    attempt("dropped image", { endedAt: start - 1_000 }),
    attempt("pending", { scope: "a form that is gone" }),
  ]);
  const onResult = vi.fn();
  await open(onResult);
  await pass(20_000);
  expect(onResult.mock.calls.map(([job]) => (job as Job).attemptId)).toEqual(["pending"]);
  expect(delivered(attempts())).toEqual([undefined, undefined, true]);
});

test("reports a rejection and retries with increasing delays", async () => {
  const { open, attempts } = createBrowser([attempt("a")]);
  const onResult = vi.fn().mockRejectedValueOnce(new Error("down"));
  onResult.mockImplementationOnce(() => {
    throw new Error("down");
  });
  await open(onResult);
  await pass(2_000);
  expect(onResult).toHaveBeenCalledOnce();
  expect(said).toHaveBeenCalledExactlyOnceWith(
    expect.stringContaining("onResult failed"),
    new Error("down"),
  );
  await pass(5_000);
  expect(onResult).toHaveBeenCalledTimes(2);
  await pass(6_000);
  expect(onResult).toHaveBeenCalledTimes(2);
  expect(delivered(attempts())).toEqual([false]);
  await pass(5_000);
  expect(onResult).toHaveBeenCalledTimes(3);
  expect(delivered(attempts())).toEqual([true]);
});

test("delivers on the next page if the first page closed before the promise settled", async () => {
  const { open, attempts } = createBrowser([attempt("a")]);
  const never = vi.fn(() => new Promise(() => {}));
  const page = await open(never);
  await pass(20_000);
  expect(never).toHaveBeenCalledOnce();
  expect(delivered(attempts())).toEqual([false]);
  page.unmount();
  Object.defineProperty(navigator, "locks", { value: createFakeLocks(), configurable: true });
  const onResult = vi.fn();
  await open(onResult);
  await pass(20_000);
  expect(onResult).toHaveBeenCalledOnce();
  expect(delivered(attempts())).toEqual([true]);
});

test("delivers in only one of several tabs, even if delivery is slow", async () => {
  const { open, attempts } = createBrowser();
  let done = () => {};
  const first = vi.fn(() => new Promise<void>((resolve) => (done = resolve)));
  const second = vi.fn();
  const { result } = await open(first);
  act(() => result.current.generate(panda));
  await pass(20_000);
  expect(first).toHaveBeenCalledOnce();
  await open(second);
  await pass(20_000);
  expect(second).not.toHaveBeenCalled();
  done();
  await pass(20_000);
  expect(second).not.toHaveBeenCalled();
  expect(delivered(attempts())).toEqual([true]);
});

test("never delivers another user's job", async () => {
  const { open } = createBrowser([attempt("of anna")], "anna");
  const ofBert = vi.fn();
  const page = await open(ofBert, "bert");
  await pass(20_000);
  expect(ofBert).not.toHaveBeenCalled();
  await page.rerender({ userKey: "anna" });
  await pass(20_000);
  expect(ofBert).toHaveBeenCalledOnce();
});

test("delivers pending jobs to a callback that is passed later", async () => {
  const { open, client, attempts } = createBrowser([attempt("a")]);
  client.getStatus.mockImplementation(async (requestId) => ({ requestId, state: "processing" }));
  const { rerender } = await open();
  await pass(5_000);
  expect(delivered(attempts())).toEqual([undefined]);
  const onResult = vi.fn();
  await rerender({ onResult });
  client.getStatus.mockImplementation(async (requestId) => ({ requestId, state: "completed" }));
  await pass(60_000);
  expect(onResult).toHaveBeenCalledOnce();
});
