import { act, cleanup, renderHook } from "@testing-library/react";
import { StrictMode, type ReactNode } from "react";
import { hydrateRoot } from "react-dom/client";
import { renderToString } from "react-dom/server";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Client } from "../client/client.ts";
import type { Attempt } from "../ledger/attempt.ts";
import { createLedger } from "../ledger/createLedger.ts";
import type { LedgerStorage } from "../ledger/ledgerStorage.ts";
import { memoryStorage } from "../ledger/memoryStorage.ts";
import { sdxlTorch } from "../models/catalog/sdxlTorch.ts";

const failure = new TypeError("Failed to fetch dynamically imported module");
const panda = { prompt: "a panda" };

/** Creates a lazy module that loads when the test calls `arrive`. While `isMissing`, loading fails. */
function createArrival(path: string) {
  let arrive = () => {};
  const arrived = new Promise<void>((resolve) => (arrive = resolve));
  const arrival = {
    isMissing: false,
    arrive: () => arrive(),
    load: vi.fn(async () => {
      if (arrival.isMissing) throw failure;
      await arrived;
      return vi.importActual(path);
    }),
  };
  return arrival;
}

let http: ReturnType<typeof createArrival>;
let watching: ReturnType<typeof createArrival>;
let page: {
  EaselProvider: typeof import("./EaselProvider.tsx").EaselProvider;
  useGenerate: typeof import("./useGenerate.ts").useGenerate;
  useHostConfig: typeof import("./useHostConfig.ts").useHostConfig;
  createClient: typeof import("../client/createClient.ts").createClient;
  hostClientModule: typeof import("../client/createClient.ts").hostClientModule;
  watchModule: typeof import("../runtime/startWatching.ts").watchModule;
};

beforeEach(async () => {
  vi.useFakeTimers();
  http = createArrival("../client/createHostClient.ts");
  watching = createArrival("../runtime/watch.ts");
  vi.doMock("../client/createHostClient.ts", () => http.load());
  vi.doMock("../runtime/watch.ts", () => watching.load());
  // Starts with no lazy code loaded.
  vi.resetModules();
  page = {
    ...(await import("./EaselProvider.tsx")),
    ...(await import("./useGenerate.ts")),
    ...(await import("./useHostConfig.ts")),
    ...(await import("../client/createClient.ts")),
    ...(await import("../runtime/startWatching.ts")),
  };
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  vi.doUnmock("../client/createHostClient.ts");
  vi.doUnmock("../runtime/watch.ts");
});

const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));

async function arriveHttp() {
  http.arrive();
  await act(() => page.hostClientModule.load());
  await pass(0);
}

async function arriveWatching() {
  watching.arrive();
  await act(() => page.watchModule.load());
  await pass(0);
}

/** Waits until the pending load fails. */
async function failHttp() {
  await act(() => expect(page.hostClientModule.load()).rejects.toThrow());
  await pass(0);
}

/** Creates a client whose backend responds immediately and records its submits. */
function createBackend() {
  const submits: unknown[] = [];
  const fetcher = vi.fn(async (request: Request) => {
    if (request.method !== "POST") return Response.json({ models: [], limits: {} });
    submits.push(await request.json());
    return Response.json({ request_id: `job-${submits.length}`, status: "QUEUED" });
  });
  return { client: page.createClient({ fetcher }), fetcher, submits };
}

/** Opens a page. Change `at.user` and rerender to switch the user. */
function open(client: Client, storage: LedgerStorage = memoryStorage()) {
  const at = { user: "anna" };
  const wrapper = ({ children }: { children: ReactNode }) => (
    <StrictMode>
      <page.EaselProvider client={client} storage={storage} userKey={at.user}>
        {children}
      </page.EaselProvider>
    </StrictMode>
  );
  const view = renderHook(() => page.useGenerate(sdxlTorch), { wrapper });
  const recordsOf = (user: string) => createLedger({ storage, name: `:${user}` }).list();
  return { ...view, hook: view.result, at, recordsOf };
}

const errorOf = (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (error: unknown) => error,
  );

test("stores an attempt before the call returns, and sends it once when the HTTP code has loaded", async () => {
  const { client, fetcher, submits } = createBackend();
  const { hook, recordsOf } = open(client);
  const typed = { ...panda };
  act(() => {
    hook.current.generate(typed);
    expect(recordsOf("anna")).toMatchObject([{ submit: "sent", input: panda }]);
  });
  typed.prompt = "a panda that is still being typ";
  expect(hook.current).toMatchObject({ status: "submitting", isSubmitting: true });
  await pass(3_000);
  expect(fetcher).not.toHaveBeenCalled();
  await arriveHttp();
  expect(submits).toMatchObject([panda]);
  expect(hook.current.status).toBe("queued");
});

test("joins equal calls that wait for the HTTP code, but not different ones", async () => {
  const { client, submits } = createBackend();
  const { hook } = open(client);
  act(() => {
    hook.current.generate(panda);
    hook.current.generate(panda);
  });
  await pass(4_000);
  act(() => hook.current.generate(panda));
  act(() => hook.current.generate({ prompt: "a cat" }));
  await arriveHttp();
  expect(submits).toMatchObject([panda, { prompt: "a cat" }]);
  expect(hook.current.jobs).toHaveLength(2);
});

test("sends and charges nothing if the HTTP code fails to load, and a retry sends one request", async () => {
  http.isMissing = true;
  const { client, fetcher, submits } = createBackend();
  const { hook, recordsOf } = open(client);
  await failHttp();
  let error: Promise<unknown> = Promise.resolve();
  act(() => void (error = errorOf(hook.current.generateAsync(panda))));
  expect(hook.current.status).toBe("submitting");
  expect(await act(() => error)).toMatchObject({ code: "not_loaded", charged: "no" });
  await pass(0);
  expect(hook.current.status).toBe("failed");
  expect(hook.current.error).toMatchObject({ code: "not_loaded", charged: "no", retry: "safe" });
  expect(recordsOf("anna")).toMatchObject([{ submit: "refused", error: { code: "not_loaded" } }]);
  expect(fetcher).not.toHaveBeenCalled();
  http.isMissing = false;
  act(() => {
    hook.current.retry();
    hook.current.retry();
  });
  expect(hook.current.status).toBe("submitting");
  await arriveHttp();
  expect(submits).toMatchObject([panda]);
  expect(hook.current).toMatchObject({ status: "queued", error: undefined });
});

test("never sends an attempt automatically after the HTTP code failed to load", async () => {
  http.isMissing = true;
  const { client, submits } = createBackend();
  const { hook } = open(client);
  for (const prompt of ["a panda", "a cat", "an owl"]) {
    act(() => hook.current.generate({ prompt }));
    expect(hook.current.status).toBe("submitting");
    // oxlint-disable-next-line eslint/no-await-in-loop -- the clicks are sequential
    await failHttp();
    expect(hook.current.error).toMatchObject({ code: "not_loaded", charged: "no" });
  }
  http.isMissing = false;
  await arriveHttp();
  await arriveWatching();
  await pass(60_000);
  expect(submits).toEqual([]);
  expect(hook.current.status).toBe("failed");
});

test("sends a waiting attempt even if its form unmounts", async () => {
  const { client, submits } = createBackend();
  const storage = memoryStorage();
  const form = { isThere: true };
  let generate: ((values: typeof panda) => void) | undefined;
  function Form() {
    ({ generate } = page.useGenerate(sdxlTorch));
    return null;
  }
  const { rerender } = renderHook(() => undefined, {
    wrapper: () => (
      <page.EaselProvider client={client} storage={storage}>
        {form.isThere && <Form />}
      </page.EaselProvider>
    ),
  });
  act(() => generate?.(panda));
  form.isThere = false;
  rerender();
  await arriveHttp();
  expect(submits).toHaveLength(1);
});

test("doesn't send a waiting attempt if its provider unmounts", async () => {
  const { client, submits } = createBackend();
  const { hook, unmount, recordsOf } = open(client);
  let error: Promise<unknown> = Promise.resolve();
  act(() => void (error = errorOf(hook.current.generateAsync(panda))));
  unmount();
  await arriveHttp();
  expect(await error).toMatchObject({ code: "aborted", charged: "no" });
  expect(submits).toEqual([]);
  expect(recordsOf("anna")).toMatchObject([{ submit: "refused", error: { charged: "no" } }]);
});

test("doesn't send a waiting attempt as the next user, or join it with theirs", async () => {
  const { client, submits } = createBackend();
  const { hook, at, rerender, recordsOf } = open(client);
  let error: Promise<unknown> = Promise.resolve();
  act(() => void (error = errorOf(hook.current.generateAsync(panda))));
  at.user = "bert";
  rerender();
  expect(hook.current.status).toBe("idle");
  act(() => hook.current.generate(panda));
  expect(hook.current.status).toBe("submitting");
  await arriveHttp();
  expect(await error).toMatchObject({ code: "aborted", charged: "no" });
  expect(submits).toHaveLength(1);
  expect(recordsOf("anna")).toMatchObject([{ submit: "refused" }]);
  expect(recordsOf("bert")).toMatchObject([{ submit: "taken" }]);
  expect(hook.current.status).toBe("queued");
});

test("doesn't show a rejected input to the next user", () => {
  const { hook, at, rerender } = open(createBackend().client);
  act(() => hook.current.generate({ prompt: " " }));
  expect(hook.current).toMatchObject({ status: "failed", error: { code: "invalid_input" } });
  at.user = "bert";
  rerender();
  expect(hook.current).toMatchObject({ status: "idle", error: undefined });
});

test("doesn't send a waiting attempt that is removed, but sends a later one", async () => {
  const { client, submits } = createBackend();
  const { hook, recordsOf } = open(client);
  let error: Promise<unknown> = Promise.resolve();
  act(() => void (error = errorOf(hook.current.generateAsync(panda))));
  act(() => hook.current.remove());
  expect(hook.current.status).toBe("idle");
  expect(recordsOf("anna")).toEqual([]);
  act(() => hook.current.generate(panda));
  await arriveHttp();
  expect(await error).toMatchObject({ code: "aborted", charged: "no" });
  expect(submits).toHaveLength(1);
  expect(hook.current).toMatchObject({ status: "queued", jobs: [{ status: "queued" }] });
});

test.each(["stopWatching", "reset"] as const)(
  "sends a waiting attempt after %s, but doesn't show it in its form",
  async (leave) => {
    const { client, submits } = createBackend();
    const { hook } = open(client);
    act(() => hook.current.generate(panda));
    act(() => hook.current[leave]());
    expect(hook.current.status).toBe("idle");
    await arriveHttp();
    expect(submits).toHaveLength(1);
    expect(hook.current).toMatchObject({ status: "idle", jobs: [{ status: "queued" }] });
  },
);

test("retries the host's config until the HTTP code has loaded", async () => {
  http.isMissing = true;
  const { client, fetcher } = createBackend();
  const { result } = renderHook(() => page.useHostConfig(), {
    wrapper: ({ children }: { children: ReactNode }) => (
      <page.EaselProvider client={client}>{children}</page.EaselProvider>
    ),
  });
  await failHttp();
  expect(fetcher).not.toHaveBeenCalled();
  http.isMissing = false;
  http.arrive();
  await pass(1_000);
  await arriveHttp();
  expect(result.current.config).toEqual({ models: [], limits: {} });
  expect(fetcher).toHaveBeenCalledOnce();
});

const createClientOfApp = () =>
  ({
    submit: vi.fn<Client["submit"]>(async () => ({ requestId: "job-1", state: "queued" })),
    getStatus: vi.fn<Client["getStatus"]>(async (requestId) => ({ requestId, state: "queued" })),
    getResult: vi.fn<Client["getResult"]>(() => Promise.reject(new Error("No request expected."))),
  }) satisfies Client;

test("submits a job before the watching code has loaded, then watches and reports it", async () => {
  watching.isMissing = true;
  const client = createClientOfApp();
  const onEvent = vi.fn();
  const onError = vi.fn();
  const { result } = renderHook(() => page.useGenerate(sdxlTorch), {
    wrapper: ({ children }: { children: ReactNode }) => (
      <page.EaselProvider client={client} onEvent={onEvent} onError={onError}>
        {children}
      </page.EaselProvider>
    ),
  });
  act(() => {
    result.current.generate(panda);
    expect(client.submit).toHaveBeenCalledOnce();
  });
  await pass(0);
  await expect(page.watchModule.load()).rejects.toThrow();
  await pass(0);
  expect(result.current.status).toBe("queued");
  expect(onError.mock.calls).toMatchObject([[{ code: "not_loaded" }, { during: "load" }]]);
  await pass(5_000);
  await expect(page.watchModule.load()).rejects.toThrow();
  await pass(0);
  expect(result.current).toMatchObject({
    status: "queued",
    job: { trouble: { code: "not_loaded" } },
  });
  watching.isMissing = false;
  watching.arrive();
  await pass(5_000);
  await arriveWatching();
  await pass(30_000);
  expect(result.current.job?.trouble).toBeUndefined();
  expect(client.getStatus).toHaveBeenCalledWith("job-1", expect.anything());
  expect(client.submit).toHaveBeenCalledOnce();
  const types = onEvent.mock.calls.map(([event]) => (event as { type: string }).type);
  expect(types).toEqual(["error", "submitted", "accepted", "state", "error"]);
});

/** Attempt from an earlier page. */
const earlier: Attempt = {
  attemptId: "a",
  modelId: sdxlTorch.id,
  scope: sdxlTorch.id,
  input: panda,
  startedAt: Date.now(),
  pageId: "gone",
  submit: "taken",
  requestId: "job-a",
  detached: false,
};

test("hydrates the server's output, then shows jobs from earlier pages", async () => {
  const consoleError = vi.spyOn(console, "error").mockReturnValue();
  const client = createClientOfApp();
  const storage = memoryStorage();
  void createLedger({ storage, name: ":anna" }).write(earlier);
  function Status() {
    const { status, jobs } = page.useGenerate(sdxlTorch);
    return `${status} ${jobs.length}`;
  }
  const app = (
    <page.EaselProvider client={client} storage={storage} userKey="anna">
      <Status />
    </page.EaselProvider>
  );
  const container = document.createElement("div");
  container.innerHTML = renderToString(app);
  expect(container.textContent).toBe("idle 0");
  const recovered: unknown[] = [];
  const root = await act(async () =>
    hydrateRoot(container, app, { onRecoverableError: (error) => void recovered.push(error) }),
  );
  expect(container.textContent).toBe("queued 1");
  expect(client.getStatus).not.toHaveBeenCalled();
  await arriveWatching();
  expect(client.getStatus).toHaveBeenCalled();
  expect(client.submit).not.toHaveBeenCalled();
  expect([recovered, consoleError.mock.calls]).toEqual([[], []]);
  act(() => root.unmount());
});

test("a server loads no lazy code and reads no storage", async () => {
  vi.stubGlobal("document", undefined);
  Reflect.deleteProperty(globalThis, "document");
  const storage = memoryStorage();
  const entries = vi.spyOn(storage, "entries");
  const { client } = createBackend();
  function Status() {
    return page.useGenerate(sdxlTorch).status;
  }
  const app = (
    <page.EaselProvider client={client} storage={storage}>
      <Status />
    </page.EaselProvider>
  );
  expect(renderToString(app)).toBe("idle");
  await Promise.resolve();
  expect(watching.load).not.toHaveBeenCalled();
  expect(http.load).not.toHaveBeenCalled();
  expect(entries).not.toHaveBeenCalled();
});
