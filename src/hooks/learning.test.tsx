import { act, cleanup, renderHook } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createFakeLocks, FakeChannel } from "../../test/fakeTabs.ts";
import type { Client } from "../client/client.ts";
import { createLedger } from "../ledger/createLedger.ts";
import { memoryStorage } from "../ledger/memoryStorage.ts";
import { sdxlTorch } from "../models/catalog/sdxlTorch.ts";
import { estimateProgress } from "../polling/estimateProgress.ts";
import { learn } from "../polling/learn.ts";
import { noObservations } from "../polling/pollObservations.ts";
import { useProviderValue } from "./EaselContext.ts";
import { EaselProvider } from "./EaselProvider.tsx";
import { useGenerate } from "./useGenerate.ts";

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("BroadcastChannel", FakeChannel);
  Object.defineProperty(navigator, "locks", { value: createFakeLocks(), configurable: true });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));
const roundTripMs = 40;

/** Creates a backend whose jobs take `runMs`, and a browser whose tabs share a storage. */
function createBrowser() {
  const kept = { ...memoryStorage(), shared: true };
  const backend = { runMs: 3_000 };
  const begun = new Map<string, number>();
  const answer = <T,>(value: T) =>
    new Promise<T>((resolve) => void setTimeout(() => resolve(value), roundTripMs));
  const client = {
    submit: vi.fn<Client["submit"]>(() => {
      const requestId = `job-${begun.size + 1}`;
      begun.set(requestId, Date.now());
      return Promise.resolve({ requestId, state: "queued" });
    }),
    getStatus: vi.fn<Client["getStatus"]>((requestId) => {
      const isOver = Date.now() - (begun.get(requestId) ?? 0) > backend.runMs;
      return answer({ requestId, state: isOver ? "completed" : "processing" });
    }),
    getResult: (requestId: string) => answer({ requestId, images: [], body: {} }),
  } satisfies Client;
  async function open() {
    const storage = { ...kept };
    const wrapper = ({ children }: { children: ReactNode }) => (
      <EaselProvider client={client} storage={storage}>
        {children}
      </EaselProvider>
    );
    const tab = renderHook(() => ({ ...useGenerate(sdxlTorch), ...useProviderValue() }), {
      wrapper,
    });
    await pass(0);
    const runs = () => tab.result.current.watching.memory?.recall(sdxlTorch.id).jobs ?? [];
    const generate = (samples = 1) =>
      act(() => tab.result.current.generate({ prompt: "a panda", samples }));
    /** Runs one job until it ends, and returns its number of polls. */
    async function run(samples = 1) {
      const before = client.getStatus.mock.calls.length;
      await pass(1_000);
      generate(samples);
      await pass(120_000);
      return client.getStatus.mock.calls.length - before;
    }
    return { ...tab, runs, run, generate };
  }
  return { kept, backend, client, open };
}

test("learns durations from polls, and needs fewer polls for the next job", async () => {
  const { backend, open } = createBrowser();
  backend.runMs = 40_000;
  const { run, runs } = await open();
  const looks: number[] = [];
  for (let times = 0; times < 12; times += 1) looks.push(await run());
  expect(runs()).toHaveLength(12);
  expect(Math.max(...looks.slice(-4))).toBeLessThan(looks[0] ?? 0);
});

test("loads learned durations on the next page", async () => {
  const { open } = createBrowser();
  const first = await open();
  for (let times = 0; times < 5; times += 1) await first.run();
  first.unmount();
  const second = await open();
  expect(second.runs()).toHaveLength(5);
  second.generate();
  await pass(1_000);
  const { timing } = second.result.current;
  const { typicalMs = 0 } = timing?.latency ?? {};
  expect(typicalMs).toBeGreaterThan(2_000);
  expect(typicalMs).toBeLessThan(4_500);
  const { usualSeconds } = estimateProgress({ startedAt: 0, ...timing, now: 0 });
  expect(usualSeconds?.to).toBeLessThan(sdxlTorch.latency?.slowMs ?? 0);
});

test("learns the durations of several images separately", async () => {
  const { backend, open } = createBrowser();
  const { result, run, runs, generate } = await open();
  for (let times = 0; times < 3; times += 1) await run();
  backend.runMs = 12_000;
  generate(4);
  await pass(1_000);
  const latency = sdxlTorch.latency ?? { typicalMs: 0 };
  expect(result.current.timing?.latency?.typicalMs).toBeCloseTo(4 ** 0.75 * latency.typicalMs);
  await pass(60_000);
  for (let times = 0; times < 3; times += 1) await run(4);
  generate(4);
  await pass(1_000);
  expect(result.current.timing?.latency?.typicalMs).toBeGreaterThan(10_000);
  expect(result.current.timing?.latency?.typicalMs).toBeLessThan(13_500);
  expect(runs()).toHaveLength(3);
});

test("doesn't change a job's usual duration while it is pending", async () => {
  const { backend, open } = createBrowser();
  const { result, run, generate } = await open();
  for (let times = 0; times < 3; times += 1) await run();
  backend.runMs = 60_000;
  generate();
  await pass(1_000);
  const before = result.current.timing?.latency;
  const looks = { ...noObservations, unfinishedMs: 50_000, endedMs: 51_000 };
  result.current.watching.memory?.update(sdxlTorch.id, (history) => learn(history, looks));
  await pass(1_000);
  expect(result.current.timing?.latency).toEqual(before);
});

test("adds one observation per job and shares it with other tabs", async () => {
  const { open } = createBrowser();
  const tabs = [await open(), await open(), await open()];
  await tabs[0]?.run();
  await tabs[2]?.run();
  expect(tabs.map(({ runs }) => runs().length)).toEqual([2, 2, 2]);
});

test("ignores a job that ended before the page opened, because another page may have observed more of it", async () => {
  const { kept, open } = createBrowser();
  void createLedger({ storage: kept, name: ":" }).write({
    attemptId: "a",
    modelId: sdxlTorch.id,
    scope: sdxlTorch.id,
    input: {},
    startedAt: Date.now() - 20_000,
    pageId: "gone",
    submit: "taken",
    requestId: "job-of-old",
    detached: false,
  });
  const { result, runs } = await open();
  await pass(60_000);
  expect(result.current.status).toBe("completed");
  expect(runs()).toEqual([]);
});

test("drops earlier observations when the service's speed changes", async () => {
  const { backend, open } = createBrowser();
  const { run, runs } = await open();
  for (let times = 0; times < 11; times += 1) await run();
  backend.runMs = 30_000;
  await run();
  await run();
  expect(runs()).toHaveLength(2);
});

test("ignores jobs that began at the same time and ended sooner", async () => {
  async function looksOf(others: number) {
    const { backend, client, open } = createBrowser();
    backend.runMs = 30_000;
    const { result, generate, unmount } = await open();
    generate();
    await pass(3_000);
    for (let times = 0; times < others; times += 1) {
      const looks = { ...noObservations, count: 2, unfinishedMs: 2_800, endedMs: 2_900 + times };
      result.current.watching.memory?.update(sdxlTorch.id, (history) => learn(history, looks));
    }
    await pass(25_000);
    unmount();
    return client.getStatus.mock.calls.length;
  }
  expect(await looksOf(20)).toBe(await looksOf(0));
});
