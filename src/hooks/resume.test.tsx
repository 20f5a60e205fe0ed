import { act, cleanup, renderHook } from "@testing-library/react";
import { StrictMode, type ReactNode } from "react";
import { hydrateRoot } from "react-dom/client";
import { renderToString } from "react-dom/server";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createFakeLocks, FakeChannel } from "../../test/fakeTabs.ts";
import type { Client } from "../client/client.ts";
import type { Attempt } from "../ledger/attempt.ts";
import { createLedger } from "../ledger/createLedger.ts";
import type { LedgerStorage } from "../ledger/ledgerStorage.ts";
import { memoryStorage } from "../ledger/memoryStorage.ts";
import { sdxlImg2img } from "../models/catalog/sdxlImg2img.ts";
import { sdxlTorch } from "../models/catalog/sdxlTorch.ts";
import { EaselError } from "../protocol/EaselError.ts";
import type { JobState } from "../protocol/jobState.ts";
import { EaselProvider } from "./EaselProvider.tsx";
import { useGenerate } from "./useGenerate.ts";
import { useJobResult } from "./useJobResult.ts";
import { useJobs } from "./useJobs.ts";

const hour = 3_600_000;
const start = Date.UTC(2026, 0, 1);

beforeEach(() => void vi.useFakeTimers({ now: start }));
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const panda = { prompt: "a panda" };

/** Creates an attempt from an earlier page. */
const left = (attemptId: string, more: Partial<Attempt> = {}): Attempt => ({
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

const resultOf = (requestId: string) => ({
  requestId,
  images: [{ url: `https://images.example/${requestId}.png` }],
  body: {},
});

/** Creates a browser with storage and locks, and a backend whose job states the test sets. */
function createBrowser(begun: readonly Attempt[] = [], { shared = true } = {}) {
  const kept = { ...memoryStorage(), shared };
  const before = createLedger({ storage: kept, name: ":" });
  for (const attempt of begun) void before.write(attempt);
  vi.stubGlobal("BroadcastChannel", FakeChannel);
  Object.defineProperty(navigator, "locks", { value: createFakeLocks(), configurable: true });

  const states = new Map<string, JobState>();
  const client = {
    submit: vi.fn<Client["submit"]>(async () => ({ requestId: "job-new", state: "queued" })),
    getStatus: vi.fn<Client["getStatus"]>(async (requestId) => ({
      requestId,
      state: states.get(requestId) ?? "processing",
      ...(states.get(requestId) === "failed" ? { error: new EaselError("run_failed") } : {}),
    })),
    getResult: vi.fn<Client["getResult"]>(async (requestId) => resultOf(requestId)),
    keepsAttempts: vi.fn(async () => true),
  } satisfies Client;

  /** Opens a page with its own ledger and cache. Pages share the storage. */
  async function open<T>(hook: () => T, storage: LedgerStorage = { ...kept }) {
    const wrapper = ({ children }: { children: ReactNode }) => (
      <StrictMode>
        <EaselProvider client={client} storage={storage}>
          {children}
        </EaselProvider>
      </StrictMode>
    );
    const page = renderHook(hook, { wrapper });
    await pass(0);
    return page;
  }

  const lookAt = (id: string) => client.getStatus.mock.calls.filter(([asked]) => asked === id);
  const attempts = () => createLedger({ storage: kept, name: ":" }).list();
  const put = (id: string, state: JobState) => void states.set(id, state);
  return { kept, client, open, put, lookAt, attempts };
}

const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));
const useTorch = () => useGenerate(sdxlTorch);

test("resumes a job from an earlier page without a submit", async () => {
  const { open, put, client, attempts } = createBrowser([left("a")]);
  const { result } = await open(useTorch);
  expect(result.current.status).toBe("processing");
  expect(result.current.timing?.startedAt).toBe(start - 5_000);
  put("job-a", "completed");
  await pass(20_000);
  expect(result.current.status).toBe("completed");
  expect(result.current.result?.images[0]?.url).toBe("https://images.example/job-a.png");
  expect(attempts()).toMatchObject([{ result: { requestId: "job-a" } }]);
  expect(client.submit).not.toHaveBeenCalled();
});

test("keeps a pending job across a reload, and doesn't poll while no page is open", async () => {
  const { open, put, client } = createBrowser();
  const first = await open(useTorch);
  act(() => first.result.current.generate(panda));
  await pass(2_000);
  first.unmount();
  const looks = client.getStatus.mock.calls.length;
  await pass(60_000);
  expect(client.getStatus).toHaveBeenCalledTimes(looks);
  const second = await open(useTorch);
  put("job-new", "completed");
  await pass(60_000);
  expect(second.result.current.status).toBe("completed");
  expect(client.submit).toHaveBeenCalledOnce();
});

test("returns a stored result without a request", async () => {
  const result = resultOf("job-a");
  const { open, client } = createBrowser([left("a", { result, endedAt: start - 1_000 })]);
  const page = await open(() => ({ run: useTorch(), job: useJobResult("job-a") }));
  expect(page.result.current.run.result).toEqual(result);
  expect(page.result.current.job.data).toEqual(result);
  await pass(60_000);
  expect(client.getResult).not.toHaveBeenCalled();
});

test("expires results after 7 days, and unknown attempts after an hour", async () => {
  const old = start - 7 * 24 * hour - 1_000;
  const { open, client } = createBrowser([
    left("file", { result: resultOf("job-file"), endedAt: old, startedAt: old }),
    left("lost", { submit: "unknown", startedAt: start - 2 * hour }),
    left("record", { startedAt: start - 2 * hour }),
  ]);
  client.getStatus.mockRejectedValue(new EaselError("job_not_found"));
  const { result } = await open(() => useJobs());
  await pass(60_000);
  expect(result.current.jobs.map(({ status }) => status)).toEqual([
    "expired",
    "expired",
    "expired",
  ]);
  for (const job of result.current.jobs) {
    expect(job).toMatchObject({
      input: panda,
      result: undefined,
      error: { code: "job_not_found" },
    });
  }
  // A job with a result was charged.
  expect(result.current.jobs.map(({ error }) => error?.charged)).toEqual([
    "yes",
    "unknown",
    "unknown",
  ]);
  // A replica of the service may not have a new job yet, so polling ends only after four 404s in a row.
  await pass(60_000);
  expect(client.getStatus).toHaveBeenCalledTimes(4);
});

test("keeps a failed job failed after a reload, without polling", async () => {
  const browser = createBrowser([left("a")]);
  browser.put("job-a", "failed");
  const first = await browser.open(useTorch);
  expect(first.result.current.status).toBe("failed");
  first.unmount();
  browser.client.getStatus.mockClear();
  const { result } = await browser.open(useTorch);
  expect(result.current.error).toMatchObject({ code: "run_failed", charged: "no" });
  expect(browser.client.getStatus).not.toHaveBeenCalled();
});

test("marks a submit unknown if its page has closed, and sends nothing", async () => {
  const { requestId: _, ...sent } = left("a", { submit: "sent" });
  const { open, client, attempts } = createBrowser([sent]);
  const { result } = await open(useTorch);
  await pass(10);
  expect(result.current.status).toBe("unknown");
  expect(result.current.error).toMatchObject({ code: "submit_unknown", charged: "unknown" });
  expect(attempts()).toMatchObject([{ submit: "unknown" }]);
  await pass(60_000);
  expect(client.submit).not.toHaveBeenCalled();
  expect(client.getStatus).not.toHaveBeenCalled();
});

test("keeps waiting for a submit until its page closes", async () => {
  const { requestId: _, ...sent } = left("a", { submit: "sent", pageId: "other" });
  const { open } = createBrowser([sent]);
  const page = new AbortController();
  void navigator.locks.request(
    "easel-page:other",
    {},
    () => new Promise<void>((release) => page.signal.addEventListener("abort", () => release())),
  );
  const { result } = await open(useTorch);
  await pass(60_000);
  expect(result.current.status).toBe("submitting");
  page.abort();
  await pass(6_000);
  expect(result.current.status).toBe("unknown");
});

test("marks a submit unknown after a timeout without Web Locks", async () => {
  const { requestId: _, ...sent } = left("a", { submit: "sent" });
  const { open } = createBrowser([sent]);
  Object.defineProperty(navigator, "locks", { value: undefined, configurable: true });
  const { result } = await open(useTorch);
  await pass(60_000);
  expect(result.current.status).toBe("submitting");
  await pass(40_000);
  expect(result.current.status).toBe("unknown");
});

test("checks with the same attempt ID, and continues the job", async () => {
  const { requestId: _, ...lost } = left("a", { submit: "unknown" });
  const { open, client, put } = createBrowser([lost]);
  const { result } = await open(useTorch);
  client.submit.mockResolvedValueOnce({ requestId: "job-a", state: "processing" });
  act(() => result.current.check());
  await pass(0);
  expect(result.current.status).toBe("processing");
  expect(result.current.job?.checkable).toBe(false);
  expect(client.submit).toHaveBeenCalledExactlyOnceWith(sdxlTorch.id, panda, { attemptId: "a" });
  put("job-a", "completed");
  await pass(20_000);
  expect(result.current.status).toBe("completed");
});

test("isn't checkable if the backend keeps no attempts or the stored input is incomplete", async () => {
  const { requestId: _, ...lost } = left("a", { submit: "unknown" });
  const forgetful = createBrowser([lost]);
  forgetful.client.keepsAttempts.mockResolvedValue(false);
  expect((await forgetful.open(useTorch)).result.current.job?.checkable).toBe(false);

  const image = `data:image/png;base64,${"A".repeat(20_000)}`;
  const cut = createBrowser([{ ...lost, input: { ...panda, image } }]);
  expect((await cut.open(useTorch)).result.current.job?.checkable).toBe(false);
});

test("sends no request about attempts unless one is unknown", async () => {
  const { open, client } = createBrowser([left("a")]);
  await open(useTorch);
  await pass(10_000);
  expect(client.keepsAttempts).not.toHaveBeenCalled();
});

test("doesn't resubmit an input without its image if the image was too large to store", async () => {
  const image = `data:image/png;base64,${"A".repeat(20_000)}`;
  const scope = sdxlImg2img.id;
  const error = new EaselError("upstream_error");
  const { open, client } = createBrowser([
    left("a", { submit: "refused", error, scope, input: { ...panda, image } }),
  ]);
  const { result } = await open(() => ({ run: useGenerate(sdxlImg2img), all: useJobs() }));
  expect(result.current.run.job).toMatchObject({ input: panda, omitted: ["image"] });
  act(() => result.current.run.retry());
  act(() => result.current.all.retry("a"));
  await pass(0);
  expect(result.current.run.error?.fields).toEqual({
    image: "This was too large to save. Choose it again.",
  });
  expect(client.submit).not.toHaveBeenCalled();
});

test("keeps jobs reset, unwatched, or removed after a reload", async () => {
  const { open, client } = createBrowser([left("a"), left("b"), left("c")]);
  const first = await open(() => ({ run: useTorch(), all: useJobs() }));
  act(() => first.result.current.all.stopWatching("a"));
  act(() => first.result.current.all.remove("b"));
  act(() => first.result.current.run.reset());
  first.unmount();
  client.getStatus.mockClear();
  const { result } = await open(useTorch);
  expect(result.current.status).toBe("idle");
  expect(result.current.jobs.map(({ attemptId }) => attemptId)).toEqual(["a", "c"]);
  expect(client.getStatus.mock.calls.map(([id]) => id)).toEqual(["job-c"]);
});

test("useJobs lists jobs of all scopes, and marks unseen jobs from earlier pages", async () => {
  const result = resultOf("job-b");
  const { open } = createBrowser([
    left("a", { scope: "other" }),
    left("b", { result, endedAt: start }),
  ]);
  const page = await open(() => useJobs());
  const all = () => page.result.current.jobs;
  expect(all().map(({ attemptId, scope, away }) => [attemptId, scope, away])).toEqual([
    ["a", "other", true],
    ["b", sdxlTorch.id, true],
  ]);
  act(() => page.result.current.markSeen("b"));
  expect(all()[1]?.away).toBe(false);
});

test("retries a listed job once for a double-click", async () => {
  const { open, client } = createBrowser([
    left("a", { error: new EaselError("job_not_found"), endedAt: start }),
  ]);
  const { result } = await open(() => useJobs());
  act(() => {
    result.current.retry("a");
    result.current.retry("a");
    result.current.retry("never");
  });
  await pass(0);
  expect(client.submit).toHaveBeenCalledOnce();
  expect(result.current.jobs.map(({ status }) => status)).toEqual(["expired", "queued"]);
  expect(client.submit.mock.calls[0]?.[2]?.attemptId).not.toBe("a");
});

test("keeps users' jobs apart", async () => {
  const { open, kept, client } = createBrowser([left("a")]);
  const wrapper = ({ children }: { children: ReactNode }) => (
    <EaselProvider client={client} storage={kept} userKey="bob">
      {children}
    </EaselProvider>
  );
  const { result } = renderHook(() => useJobs(), { wrapper });
  expect(result.current.jobs).toEqual([]);
  expect((await open(() => useJobs())).result.current.jobs).toHaveLength(1);
});

test("renders no jobs on a server, and loads them after hydration", async () => {
  const { client, kept } = createBrowser([left("a")]);
  const entries = vi.fn(kept.entries);
  const List = () => <p>{useJobs().jobs.length}</p>;
  const storage = { ...kept, entries };
  const page = (
    <EaselProvider client={client} storage={storage}>
      <List />
    </EaselProvider>
  );
  const container = document.createElement("div");
  container.innerHTML = renderToString(page);
  expect(container.innerHTML).toBe("<p>0</p>");
  expect(entries).not.toHaveBeenCalled();
  const complain = vi.spyOn(console, "error");
  const root = await act(async () => hydrateRoot(container, page));
  expect(container.innerHTML).toBe("<p>1</p>");
  expect(complain).not.toHaveBeenCalled();
  act(() => root.unmount());
});
