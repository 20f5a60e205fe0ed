import { act, cleanup, renderHook } from "@testing-library/react";
import { StrictMode, type ReactNode } from "react";
import { hydrateRoot } from "react-dom/client";
import { renderToString } from "react-dom/server";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Client } from "../client/client.ts";
import type { Later } from "../client/createLater.ts";
import type { JobRecord } from "../ledger/jobRecord.ts";
import type { LedgerStorage } from "../ledger/ledgerStorage.ts";
import { memoryStorage } from "../ledger/memoryStorage.ts";
import { sdxlTorch } from "../models/catalog/sdxlTorch.ts";

const away = new TypeError("Failed to fetch dynamically imported module");
const panda = { prompt: "a panda" };

/** The code that comes beside the page: on its way until `come`, or away as long as `isAway`. */
function createWire() {
  let arrive = () => {};
  const arrived = new Promise<void>((resolve) => (arrive = resolve));
  const wire = {
    isAway: false,
    come: () => arrive(),
    load: vi.fn(async () => {
      if (wire.isAway) throw away;
      await arrived;
      return vi.importActual("../runtime/engine.ts");
    }),
  };
  return wire;
}

let wire: ReturnType<typeof createWire>;
let page: {
  EaselProvider: typeof import("./EaselProvider.tsx").EaselProvider;
  useGenerate: typeof import("./useGenerate.ts").useGenerate;
  useHistory: typeof import("./useHistory.ts").useHistory;
  useHostConfig: typeof import("./useHostConfig.ts").useHostConfig;
  useJobResult: typeof import("./useJobResult.ts").useJobResult;
  useJobStatus: typeof import("./useJobStatus.ts").useJobStatus;
  engine: typeof import("../runtime/loadEngine.ts").engine;
  hostCalls: typeof import("../client/createClient.ts").hostCalls;
  createLedger: typeof import("../ledger/createLedger.ts").createLedger;
  createClient: typeof import("../client/createClient.ts").createClient;
};

beforeEach(async () => {
  vi.useFakeTimers();
  wire = createWire();
  vi.doMock("../runtime/engine.ts", () => wire.load());
  // As in a page that has loaded nothing yet.
  vi.resetModules();
  page = {
    ...(await import("./EaselProvider.tsx")),
    ...(await import("./useGenerate.ts")),
    ...(await import("./useHistory.ts")),
    ...(await import("./useHostConfig.ts")),
    ...(await import("./useJobResult.ts")),
    ...(await import("./useJobStatus.ts")),
    ...(await import("../runtime/loadEngine.ts")),
    ...(await import("../client/createClient.ts")),
    ...(await import("../ledger/createLedger.ts")),
  };
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  vi.doUnmock("../runtime/engine.ts");
  vi.doUnmock("../client/createHostClient.ts");
});

const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));

async function comeIn() {
  wire.come();
  await act(() => page.engine.get());
  await pass(0);
}

/** Until what is on its way has failed. */
async function failToCome(later: Later<object> = page.engine) {
  await act(() => expect(later.get()).rejects.toThrow());
  await pass(0);
}

const createBackend = () => {
  let count = 0;
  return {
    submit: vi.fn<Client["submit"]>(async () => ({ requestId: `job-${++count}`, state: "queued" })),
    getStatus: vi.fn<Client["getStatus"]>(async (requestId) => ({ requestId, state: "queued" })),
    getResult: vi.fn<Client["getResult"]>(() => Promise.reject(new Error("It is not asked for."))),
  } satisfies Client;
};

/** A page of one user, and whoever comes after them. */
function open(client: Client = createBackend(), storage: LedgerStorage = memoryStorage()) {
  const at = { user: "anna", hasForm: true };
  const wrapper = ({ children }: { children: ReactNode }) => (
    <StrictMode>
      <page.EaselProvider client={client} storage={storage} userKey={at.user}>
        {children}
      </page.EaselProvider>
    </StrictMode>
  );
  const view = renderHook(() => page.useGenerate(sdxlTorch), { wrapper });
  const recordsOf = (user: string) => page.createLedger({ storage, name: `:${user}` }).list();
  return { ...view, hook: view.result, at, recordsOf, storage };
}

const ended = (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (error: unknown) => error,
  );

test("a run that is called for before its code is there is being sent, and is sent once when it comes", async () => {
  const client = createBackend();
  const { hook, recordsOf } = open(client);
  expect(hook.current.status).toBe("idle");
  act(() => hook.current.generate(panda));
  expect(hook.current).toMatchObject({ status: "submitting", error: undefined, jobs: [] });
  await pass(3_000);
  expect(client.submit).not.toHaveBeenCalled();
  expect(recordsOf("anna")).toEqual([]);
  client.submit.mockImplementation(() => new Promise(() => {}));
  await comeIn();
  expect(client.submit).toHaveBeenCalledOnce();
  expect(client.submit.mock.calls[0]?.[1]).toMatchObject(panda);
  expect(recordsOf("anna")).toMatchObject([{ submit: "sent", input: panda }]);
  expect(hook.current).toMatchObject({ status: "submitting", job: { status: "submitting" } });
});

test("once its code is there a call has begun its run when it returns", async () => {
  const client = createBackend();
  const { hook, recordsOf } = open(client);
  await comeIn();
  act(() => {
    hook.current.generate(panda);
    expect(recordsOf("anna")).toMatchObject([{ submit: "sent" }]);
  });
  expect(client.submit).toHaveBeenCalledOnce();
});

test("two calls in one tick, a double click and an impatient click while its code comes are one run", async () => {
  const client = createBackend();
  const { hook } = open(client);
  const results: Promise<unknown>[] = [];
  const click = () => act(() => void results.push(ended(hook.current.generateAsync(panda))));
  act(() => {
    hook.current.generate(panda);
    hook.current.generate(panda);
  });
  await pass(200);
  click();
  await pass(4_000);
  click();
  await comeIn();
  await pass(0);
  expect(client.submit).toHaveBeenCalledOnce();
  expect(hook.current.jobs).toHaveLength(1);
});

test("the second click of a double click may come after the code, and is told by when they were clicked", async () => {
  const client = createBackend();
  const { hook } = open(client);
  act(() => hook.current.generate(panda));
  await pass(500);
  await comeIn();
  expect(hook.current.status).toBe("queued");
  act(() => hook.current.generate(panda));
  expect(client.submit).toHaveBeenCalledOnce();
  // Seven hundred after the first click, and two hundred after its code: that is meant.
  await pass(200);
  act(() => hook.current.generate(panda));
  expect(client.submit).toHaveBeenCalledTimes(2);
});

test("different inputs that wait are runs of their own", async () => {
  const client = createBackend();
  const { hook } = open(client);
  act(() => {
    hook.current.generate(panda);
    hook.current.generate({ prompt: "a cat" });
  });
  await comeIn();
  expect(client.submit.mock.calls.map(([, input]) => input)).toMatchObject([
    panda,
    { prompt: "a cat" },
  ]);
});

test("what is sent is what was there at the click", async () => {
  const client = createBackend();
  const { hook } = open(client);
  const typed = { prompt: "a panda" };
  act(() => hook.current.generate(typed));
  typed.prompt = "a panda that is still being typ";
  await comeIn();
  expect(client.submit.mock.calls[0]?.[1]).toMatchObject(panda);
});

test("input that the model refuses is refused when its code comes, and nothing is sent", async () => {
  const client = createBackend();
  const { hook, recordsOf } = open(client);
  act(() => hook.current.generate({ prompt: " " }));
  await comeIn();
  expect(hook.current.status).toBe("failed");
  expect(hook.current.error).toMatchObject({ code: "invalid_input", charged: "no" });
  expect(client.submit).not.toHaveBeenCalled();
  expect(recordsOf("anna")).toEqual([]);
});

test("a form that is left while its run waits: the run goes on, as any other", async () => {
  const client = createBackend();
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
  await comeIn();
  expect(client.submit).toHaveBeenCalledOnce();
});

test("a user who leaves while their run waits: nothing is written, nothing is sent", async () => {
  const client = createBackend();
  const { hook, unmount, recordsOf } = open(client);
  let error: Promise<unknown> = Promise.resolve();
  act(() => void (error = ended(hook.current.generateAsync(panda))));
  unmount();
  await comeIn();
  expect(await error).toMatchObject({ code: "aborted", charged: "no" });
  expect(client.submit).not.toHaveBeenCalled();
  expect(recordsOf("anna")).toEqual([]);
});

test("a run that waits is not sent in the name of the next user, nor joined with theirs", async () => {
  const client = createBackend();
  const { hook, at, rerender, recordsOf } = open(client);
  let error: Promise<unknown> = Promise.resolve();
  act(() => void (error = ended(hook.current.generateAsync(panda))));
  at.user = "bert";
  rerender();
  expect(hook.current.status).toBe("idle");
  act(() => hook.current.generate(panda));
  expect(hook.current.status).toBe("submitting");
  await comeIn();
  expect(await error).toMatchObject({ code: "aborted", charged: "no" });
  expect(client.submit).toHaveBeenCalledOnce();
  expect(recordsOf("anna")).toEqual([]);
  expect(recordsOf("bert")).toMatchObject([{ submit: "taken" }]);
  expect(hook.current.status).toBe("queued");
});

test("back to idle while a run waits: it goes on, and its form does not show it", async () => {
  const client = createBackend();
  const { hook } = open(client);
  act(() => hook.current.generate(panda));
  await pass(10);
  act(() => hook.current.reset());
  expect(hook.current.status).toBe("idle");
  await comeIn();
  expect(client.submit).toHaveBeenCalledOnce();
  expect(hook.current).toMatchObject({ status: "idle", jobs: [{ status: "queued" }] });
});

test("a call that is removed while it waits for its code is not sent", async () => {
  const client = createBackend();
  const { hook, recordsOf } = open(client);
  let error: Promise<unknown> = Promise.resolve();
  act(() => void (error = ended(hook.current.generateAsync(panda))));
  act(() => hook.current.forget());
  expect(hook.current.status).toBe("idle");
  await comeIn();
  expect(await error).toMatchObject({ code: "aborted", charged: "no" });
  expect(client.submit).not.toHaveBeenCalled();
  expect(recordsOf("anna")).toEqual([]);
  expect(hook.current.status).toBe("idle");
  act(() => hook.current.generate(panda));
  expect(client.submit).toHaveBeenCalledOnce();
});

test("a call after a removed one is sent, though both wait for their code", async () => {
  const client = createBackend();
  const { hook } = open(client);
  act(() => hook.current.generate(panda));
  act(() => hook.current.forget());
  act(() => hook.current.generate(panda));
  expect(hook.current.status).toBe("submitting");
  await comeIn();
  expect(client.submit).toHaveBeenCalledOnce();
  expect(hook.current).toMatchObject({ status: "queued", jobs: [{ status: "queued" }] });
});

test("a call that is detached while it waits for its code is sent, and not watched", async () => {
  const client = createBackend();
  const { hook } = open(client);
  act(() => hook.current.generate(panda));
  act(() => hook.current.detach());
  expect(hook.current.status).toBe("idle");
  await comeIn();
  expect(client.submit).toHaveBeenCalledOnce();
  expect(hook.current).toMatchObject({ status: "idle", jobs: [{ detached: true }] });
});

test("where its code can't be had once: nothing was sent, it says so, and trying again sends one run", async () => {
  wire.isAway = true;
  const client = createBackend();
  const { hook, recordsOf } = open(client);
  await failToCome();
  let error: Promise<unknown> = Promise.resolve();
  act(() => void (error = ended(hook.current.generateAsync(panda))));
  expect(hook.current.status).toBe("submitting");
  expect(await act(() => error)).toMatchObject({ code: "not_loaded", charged: "no" });
  expect(hook.current.status).toBe("failed");
  expect(hook.current.error).toMatchObject({ code: "not_loaded", charged: "no", retry: "safe" });
  expect(recordsOf("anna")).toEqual([]);
  wire.isAway = false;
  act(() => {
    hook.current.retry();
    hook.current.retry();
  });
  expect(hook.current.status).toBe("submitting");
  await comeIn();
  expect(client.submit).toHaveBeenCalledOnce();
  expect(client.submit.mock.calls[0]?.[1]).toMatchObject(panda);
  expect(hook.current).toMatchObject({ status: "queued", error: undefined });
});

test("its code is asked for again without a click, and no run is begun by that", async () => {
  wire.isAway = true;
  const client = createBackend();
  const { hook } = open(client);
  await failToCome();
  act(() => hook.current.generate(panda));
  await failToCome();
  expect(hook.current.status).toBe("failed");
  const loads = wire.load.mock.calls.length;
  wire.isAway = false;
  await pass(5_000);
  expect(wire.load).toHaveBeenCalledTimes(loads + 1);
  await comeIn();
  expect(client.submit).not.toHaveBeenCalled();
  expect(hook.current.error?.code).toBe("not_loaded");
  act(() => hook.current.generate(panda));
  expect(client.submit).toHaveBeenCalledOnce();
});

test("where its code can never be had every click ends in the same words, and nothing is ever sent", async () => {
  wire.isAway = true;
  const client = createBackend();
  const { hook, recordsOf } = open(client);
  for (let click = 0; click < 3; click += 1) {
    act(() => hook.current.generate(panda));
    expect(hook.current.status).toBe("submitting");
    // oxlint-disable-next-line eslint/no-await-in-loop -- one click after the other
    await failToCome();
    expect(hook.current.status).toBe("failed");
    expect(hook.current.error).toMatchObject({ code: "not_loaded", charged: "no" });
  }
  await pass(60_000);
  expect(client.submit).not.toHaveBeenCalled();
  expect(recordsOf("anna")).toEqual([]);
});

test("where the client's own code can't be had, nothing is written down and nothing is sent", async () => {
  const loadHost = vi.fn(() => Promise.reject(away));
  vi.doMock("../client/createHostClient.ts", loadHost);
  const fetcher = vi.fn(() => Promise.resolve(Response.json({}, { status: 503 })));
  const { hook, recordsOf } = open(page.createClient({ fetcher }));
  await comeIn();
  act(() => hook.current.generate(panda));
  expect(hook.current.status).toBe("submitting");
  await failToCome(page.hostCalls);
  expect(hook.current.status).toBe("failed");
  expect(hook.current.error).toMatchObject({ code: "not_loaded", charged: "no" });
  expect(fetcher).not.toHaveBeenCalled();
  expect(recordsOf("anna")).toEqual([]);
});

test("what the host offers is asked for again until the client's code is there", async () => {
  const loadHost = vi.fn(() => vi.importActual("../client/createHostClient.ts"));
  loadHost.mockRejectedValueOnce(away);
  vi.doMock("../client/createHostClient.ts", loadHost);
  const fetcher = vi.fn(() => Promise.resolve(Response.json({ models: [], limits: {} })));
  const client = page.createClient({ fetcher });
  const { result } = renderHook(() => page.useHostConfig(), {
    wrapper: ({ children }: { children: ReactNode }) => (
      <page.EaselProvider client={client}>{children}</page.EaselProvider>
    ),
  });
  await failToCome(page.hostCalls);
  expect(fetcher).not.toHaveBeenCalled();
  await pass(1_000);
  await act(() => page.hostCalls.get());
  await pass(0);
  expect(result.current).toEqual({ models: [], limits: {} });
  expect(fetcher).toHaveBeenCalledOnce();
});

/** A run that an earlier page has left. */
const left: JobRecord = {
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

const keptBy = (user: string, more: Partial<JobRecord> = {}) => {
  const storage = memoryStorage();
  void page.createLedger({ storage, name: `:${user}` }).write({ ...left, ...more });
  return storage;
};

test("the browser takes over what the server drew, and draws the runs of earlier pages when their code comes", async () => {
  const said = vi.spyOn(console, "error").mockReturnValue();
  const client = createBackend();
  const storage = keptBy("anna");
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
  const mended: unknown[] = [];
  const root = await act(async () =>
    hydrateRoot(container, app, { onRecoverableError: (error) => void mended.push(error) }),
  );
  expect(container.textContent).toBe("idle 0");
  await comeIn();
  expect(container.textContent).toBe("queued 1");
  expect(client.getStatus).toHaveBeenCalled();
  expect(client.submit).not.toHaveBeenCalled();
  expect([mended, said.mock.calls]).toEqual([[], []]);
  act(() => root.unmount());
});

test("a server loads nothing of it", async () => {
  vi.stubGlobal("document", undefined);
  Reflect.deleteProperty(globalThis, "document");
  const app = <page.EaselProvider client={createBackend()}>drawn</page.EaselProvider>;
  expect(renderToString(app)).toBe("drawn");
  await Promise.resolve();
  expect(wire.load).not.toHaveBeenCalled();
});

test("the history is empty until its code comes; what is done to it before is done then", async () => {
  const client = createBackend();
  const storage = keptBy("anna");
  const { result } = renderHook(() => page.useHistory(), {
    wrapper: ({ children }: { children: ReactNode }) => (
      <page.EaselProvider client={client} storage={storage} userKey="anna">
        {children}
      </page.EaselProvider>
    ),
  });
  expect(result.current.total).toBe(0);
  act(() => result.current.star(["a"], true));
  await comeIn();
  expect(result.current.jobs).toMatchObject([{ attemptId: "a", starred: true }]);
});

test("a job is not looked at by itself before it is known whether it is one of the ledger's", async () => {
  const client = createBackend();
  const storage = keptBy("anna");
  const wrapper = ({ children }: { children: ReactNode }) => (
    <page.EaselProvider client={client} storage={storage} userKey="anna">
      {children}
    </page.EaselProvider>
  );
  const own = renderHook(() => page.useJobStatus("job-a"), { wrapper });
  const other = renderHook(() => page.useJobStatus("job-b"), { wrapper });
  await pass(0);
  expect(client.getStatus).not.toHaveBeenCalled();
  await comeIn();
  expect(other.result.current.data?.state).toBe("queued");
  expect(own.result.current.data?.state).toBe("queued");
});

test("a result that an earlier page has fetched is there once its code is, and is not asked for anew", async () => {
  const client = createBackend();
  const images = [{ url: "https://images.example/a.png" }];
  const result = { requestId: "job-a", images, body: {} };
  const storage = keptBy("anna", { result, endedAt: Date.now() });
  const view = renderHook(() => page.useJobResult("job-a"), {
    wrapper: ({ children }: { children: ReactNode }) => (
      <page.EaselProvider client={client} storage={storage} userKey="anna">
        {children}
      </page.EaselProvider>
    ),
  });
  expect(view.result.current.data).toBeUndefined();
  await comeIn();
  expect(view.result.current.data).toEqual(result);
  expect(client.getResult).not.toHaveBeenCalled();
});
