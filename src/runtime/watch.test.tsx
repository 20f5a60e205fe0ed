import { act, cleanup, renderHook, screen } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createFakeLocks, FakeChannel } from "../../test/fakeTabs.ts";
import type { Client } from "../client/client.ts";
import { EaselProvider } from "../hooks/EaselProvider.tsx";
import { useGenerate } from "../hooks/useGenerate.ts";
import { useJobResult } from "../hooks/useJobResult.ts";
import { useJobs } from "../hooks/useJobs.ts";
import { useJobStatus } from "../hooks/useJobStatus.ts";
import { memoryStorage } from "../ledger/memoryStorage.ts";
import { sdxlTorch } from "../models/catalog/sdxlTorch.ts";
import { EaselError } from "../protocol/EaselError.ts";
import type { JobState } from "../protocol/jobState.ts";

const online = vi.spyOn(navigator, "onLine", "get");
const visibility = vi.spyOn(document, "visibilityState", "get");

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("BroadcastChannel", FakeChannel);
  online.mockReturnValue(true);
  visibility.mockReturnValue("visible");
  vi.spyOn(Math, "random").mockReturnValue(0.9);
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const panda = { prompt: "a panda" };
const image = "data:image/png;base64,iVBORw0KGgo=";

/** Creates a backend and a browser whose tabs share a storage. */
function createBrowser() {
  const kept = { ...memoryStorage(), shared: true };
  Object.defineProperty(navigator, "locks", { value: createFakeLocks(), configurable: true });
  let state: JobState = "processing";
  let jobs = 0;
  const client = {
    submit: vi.fn<Client["submit"]>(async () => ({ requestId: `job-${++jobs}`, state: "queued" })),
    getStatus: vi.fn<Client["getStatus"]>(async (requestId) => ({ requestId, state })),
    getResult: vi.fn<Client["getResult"]>(async (requestId) => ({
      requestId,
      images: [{ url: image }],
      body: {},
    })),
  } satisfies Client;

  async function open<T>(hook: () => T, asking: Client = client) {
    const storage = { ...kept };
    const wrapper = ({ children }: { children: ReactNode }) => (
      <EaselProvider client={asking} storage={storage}>
        {children}
      </EaselProvider>
    );
    const tab = renderHook(hook, { wrapper });
    await pass(0);
    return tab;
  }
  const put = (next: JobState) => void (state = next);
  return { client, open, put };
}

const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));
const useTorch = () => useGenerate(sdxlTorch);

/** Advances time until the next poll. */
async function nextLook({ getStatus }: ReturnType<typeof createBrowser>["client"]) {
  const before = getStatus.mock.calls.length;
  for (let ms = 0; ms < 120_000 && getStatus.mock.calls.length === before; ms += 100) {
    await pass(100);
  }
}

async function show(next: "hidden" | "visible") {
  visibility.mockReturnValue(next);
  document.dispatchEvent(new Event("visibilitychange", { bubbles: true }));
  await pass(0);
}

/** Opens a tab with one pending job. */
async function openRunning() {
  const browser = createBrowser();
  const tab = await browser.open(useTorch);
  act(() => tab.result.current.generate(panda));
  await pass(3_000);
  const looks = () => browser.client.getStatus.mock.calls.length;
  return { ...browser, ...tab, looks };
}

test("polls less often while hidden, and immediately when visible", async () => {
  const { client, looks, result, put } = await openRunning();
  await show("hidden");
  await pass(30_000);
  const hidden = looks();
  await pass(90_000);
  const more = looks() - hidden;
  expect(more).toBeGreaterThan(1);
  expect(more).toBeLessThan(6);
  await nextLook(client);
  await pass(1_500);
  put("completed");
  await show("visible");
  expect(result.current.status).toBe("completed");
});

test("polls once if two events report that the page is visible", async () => {
  const { looks } = await openRunning();
  await pass(2_000);
  await show("hidden");
  await show("visible");
  const before = looks();
  await show("hidden");
  await show("visible");
  window.dispatchEvent(new Event("focus"));
  await pass(0);
  expect(looks()).toBe(before);
});

test("polls immediately after the back/forward cache", async () => {
  const { looks } = await openRunning();
  window.dispatchEvent(new Event("pagehide"));
  await pass(0);
  const before = looks();
  await pass(60_000);
  expect(looks()).toBe(before);
  window.dispatchEvent(Object.assign(new Event("pageshow"), { persisted: true }));
  await pass(0);
  expect(looks()).toBe(before + 1);
});

test("polls and downloads immediately when the network returns", async () => {
  const { client, put, result } = await openRunning();
  const offline = () => Promise.reject(new EaselError("network"));
  client.getStatus.mockImplementation(offline);
  await pass(120_000);
  expect(result.current.job?.trouble?.code).toBe("network");
  await nextLook(client);
  await pass(1_500);
  put("completed");
  client.getStatus.mockImplementation(async (requestId) => ({ requestId, state: "completed" }));
  client.getResult.mockImplementation(offline);
  window.dispatchEvent(new Event("online"));
  await pass(60_000);
  expect(result.current.status).toBe("processing");
  client.getResult.mockImplementation(async (requestId) => ({ requestId, images: [], body: {} }));
  window.dispatchEvent(new Event("online"));
  await pass(0);
  expect(result.current.status).toBe("completed");
});

test("repeats a lost poll when the network returns", async () => {
  const { client, put, result } = await openRunning();
  client.getStatus.mockImplementationOnce(() => new Promise(() => {}));
  await nextLook(client);
  await pass(2_000);
  put("completed");
  window.dispatchEvent(new Event("online"));
  await pass(0);
  expect(result.current.status).toBe("completed");
});

test("times out a poll, and polls again", async () => {
  const { client, put, result } = await openRunning();
  client.getStatus.mockImplementationOnce(() => new Promise(() => {}));
  await nextLook(client);
  await pass(30_000);
  expect(result.current.job?.trouble?.code).toBe("network");
  put("completed");
  await nextLook(client);
  await pass(0);
  expect(result.current.status).toBe("completed");
});

test("waits for the handler's retry time even when visible", async () => {
  const { client, looks } = await openRunning();
  const retryAt = Date.now() + 40_000;
  client.getStatus.mockImplementation(async (requestId) => ({
    requestId,
    state: "processing",
    retryAt,
  }));
  await pass(10_000);
  const before = looks();
  await show("visible");
  window.dispatchEvent(new Event("online"));
  await pass(1_000);
  expect(looks()).toBe(before);
});

test("polls rarely while signed out, and immediately when visible", async () => {
  const { client, looks, result } = await openRunning();
  client.getStatus.mockRejectedValue(new EaselError("unauthorized"));
  await pass(10_000);
  expect(result.current).toMatchObject({
    status: "processing",
    job: { trouble: { code: "unauthorized" } },
  });
  const before = looks();
  await pass(120_000);
  expect(looks() - before).toBeLessThanOrEqual(4);
  expect(looks() - before).toBeGreaterThanOrEqual(2);
  await nextLook(client);
  await pass(2_000);
  client.getStatus.mockImplementation(async (requestId) => ({ requestId, state: "completed" }));
  window.dispatchEvent(new Event("focus"));
  await pass(0);
  expect(result.current.status).toBe("completed");
});

test("polls as often with two tabs as with one, and shares states and inline images", async () => {
  const alone = await openRunning();
  await pass(30_000);
  const looksOfOne = alone.looks();
  alone.unmount();

  const { client, open, put } = createBrowser();
  const first = await open(useTorch);
  const second = await open(useTorch);
  // The second tab is visible, so it polls; the first tab submits.
  act(() => first.result.current.generate(panda));
  await pass(0);
  expect(second.result.current.status).toBe("queued");
  await pass(3_000);
  expect(first.result.current.status).toBe("processing");
  await pass(30_000);
  expect(client.getStatus).toHaveBeenCalledTimes(looksOfOne);
  put("completed");
  await pass(60_000);
  for (const tab of [first, second]) {
    expect(tab.result.current.status).toBe("completed");
    expect(tab.result.current.result?.images).toEqual([{ url: image }]);
  }
  expect(client.getResult).toHaveBeenCalledOnce();
  expect(client.submit).toHaveBeenCalledOnce();
});

test("polls in the visible tab", async () => {
  const { client, open } = createBrowser();
  const first = await open(useTorch);
  const getStatus = vi.fn(client.getStatus.getMockImplementation());
  await open(useTorch, { ...client, getStatus });
  act(() => first.result.current.generate(panda));
  await pass(10_000);
  expect(getStatus).toHaveBeenCalled();
  expect(client.getStatus).not.toHaveBeenCalled();
});

test("resolves generateAsync with a result that the other tab downloaded", async () => {
  const { open, put } = createBrowser();
  await open(useTorch);
  const second = await open(useTorch);
  let made: Promise<unknown> | undefined;
  act(() => void (made = second.result.current.generateAsync(panda)));
  await pass(3_000);
  put("completed");
  await pass(60_000);
  await expect(made).resolves.toMatchObject({ requestId: "job-1" });
});

test("polls in the other tab after the leader closes", async () => {
  const { client, open, put } = createBrowser();
  const first = await open(useTorch);
  const second = await open(useTorch);
  act(() => first.result.current.generate(panda));
  await pass(20_000);
  put("completed");
  first.unmount();
  await pass(10_000);
  expect(second.result.current.status).toBe("completed");
  expect(client.submit).toHaveBeenCalledOnce();
});

test("shares snapshots with a tab that opens in the background", async () => {
  const { client, open } = createBrowser();
  const first = await open(useTorch);
  act(() => first.result.current.generate(panda));
  await pass(5_000);
  const looks = client.getStatus.mock.calls.length;
  visibility.mockReturnValue("hidden");
  const second = await open(() => ({
    run: useTorch(),
    status: useJobStatus("job-1"),
    result: useJobResult("job-1"),
  }));
  expect(second.result.current.run.status).toBe("processing");
  expect(second.result.current.status.data?.state).toBe("processing");
  expect(client.getStatus).toHaveBeenCalledTimes(looks);
});

test("removes a job from all tabs", async () => {
  const { open } = createBrowser();
  const [first, second] = [await open(useTorch), await open(useTorch)];
  act(() => first.result.current.generate(panda));
  await pass(0);
  expect(second.result.current.jobs).toHaveLength(1);
  act(() => second.result.current.remove());
  await pass(0);
  expect(first.result.current.jobs).toEqual([]);
});

test("polls in each tab without Web Locks, and reads the other tab's writes", async () => {
  const { client, open, put } = createBrowser();
  Object.defineProperty(navigator, "locks", { value: undefined, configurable: true });
  const first = await open(useTorch);
  act(() => first.result.current.generate(panda));
  await pass(5_000);
  const second = await open(useTorch);
  expect(second.result.current.status).toBe("processing");
  put("completed");
  await pass(60_000);
  expect(first.result.current.status).toBe("completed");
  expect(second.result.current.status).toBe("completed");
  expect(client.submit).toHaveBeenCalledOnce();
});

test("doesn't send an offline submit again when the network returns", async () => {
  const { client, result } = await openRunning();
  client.submit.mockRejectedValueOnce(new EaselError("network"));
  act(() => result.current.generate({ prompt: "a cat" }));
  await pass(1_000);
  expect(result.current.status).toBe("unknown");
  window.dispatchEvent(new Event("online"));
  await pass(60_000);
  expect(client.submit).toHaveBeenCalledTimes(2);
});

test("marks a job as away only if it ended on a hidden page", async () => {
  const { open, put } = createBrowser();
  const [first, second] = [await open(useTorch), await open(useTorch)];
  const away = () => [first, second].map((tab) => tab.result.current.jobs.map((job) => job.away));
  act(() => first.result.current.generate(panda));
  await pass(0);
  put("completed");
  await pass(60_000);
  expect(away()).toEqual([[false], [false]]);
  await show("hidden");
  act(() => first.result.current.generate({ prompt: "a cat" }));
  await pass(60_000);
  expect(away()).toEqual([
    [false, true],
    [false, true],
  ]);
});

test("marks a job as away if it ended while its form was unmounted", async () => {
  const { client, put } = createBrowser();
  const storage = memoryStorage();
  function Form() {
    const { generate } = useTorch();
    return <button onClick={() => generate(panda)}>Generate</button>;
  }
  let isOpen = true;
  const wrapper = ({ children }: { children: ReactNode }) => (
    <EaselProvider client={client} storage={storage}>
      {isOpen && <Form />}
      {children}
    </EaselProvider>
  );
  const { result, rerender } = renderHook(useJobs, { wrapper });
  await pass(0);
  act(() => screen.getByRole("button").click());
  await pass(0);
  isOpen = false;
  rerender();
  put("completed");
  await pass(60_000);
  expect(result.current.jobs.map(({ status, away }) => [status, away])).toEqual([
    ["completed", true],
  ]);
});

test("polls a job by ID when the page is visible, until it ends", async () => {
  const { client, open, put } = createBrowser();
  const { result } = await open(() => useJobStatus("job-elsewhere"));
  await show("hidden");
  await nextLook(client);
  await nextLook(client);
  await pass(1_500);
  put("completed");
  await show("visible");
  expect(result.current.data?.state).toBe("completed");
  const looks = client.getStatus.mock.calls.length;
  await pass(5_000);
  await show("visible");
  window.dispatchEvent(new Event("online"));
  await pass(0);
  expect(client.getStatus).toHaveBeenCalledTimes(looks);
});
