import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, cleanup, renderHook } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createFakeLocks, FakeChannel } from "../../test/fakeTabs.ts";
import { createClient, hostClientModule } from "../client/createClient.ts";
import { memoryStorage } from "../ledger/memoryStorage.ts";
import { catalog } from "../models/catalog/catalog.ts";
import { sdxlTorch } from "../models/catalog/sdxlTorch.ts";
import { watchModule } from "../runtime/startWatching.ts";
import { createSandbox } from "../sandbox/createSandbox.ts";
import { segmind } from "../server/backends/segmind.ts";
import { createHandler } from "../server/handler/createHandler.ts";
import type { HandlerOptions } from "../server/options/handlerOptions.ts";
import { EaselProvider } from "./EaselProvider.tsx";
import { useGenerationQueue } from "./useGenerationQueue.ts";
import { useJobs } from "./useJobs.ts";

const apiKey = "SG_0123456789abcdef";
const realSetTimeout = globalThis.setTimeout;

/** Preloaded, because a page with a fake clock can't wait for them. */
beforeEach(async () => {
  await Promise.all([watchModule.load(), hostClientModule.load()]);
  vi.stubGlobal("BroadcastChannel", FakeChannel);
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

/** Creates a browser and a real handler with the sandbox. Pages share the storage, the locks, and the channel. */
function createBrowser(limits: HandlerOptions["limits"] = {}, { shared = true } = {}) {
  const kept = { ...memoryStorage(), shared };
  const caches: QueryClient[] = [];
  const renewLocks = () =>
    Object.defineProperty(navigator, "locks", { value: createFakeLocks(), configurable: true });
  renewLocks();
  const sandbox = createSandbox({ apiKeys: [apiKey] });
  const handler = createHandler({
    backend: segmind({ apiKey, fetch: sandbox.fetch }),
    models: catalog,
    authorize: () => ({ userId: "ada" }),
    secret: "the secret of a test, 32 bytes or more",
    pollDelay: () => 0,
    onEvent: () => undefined,
    limits,
  });
  const intercept = vi.fn(async (request: Request) => {
    pending += 1;
    return handler(request).finally(() => (pending -= 1));
  });

  function open(userKey = "ada") {
    const client = createClient({ fetcher: intercept });
    const storage = { ...kept };
    const cache = new QueryClient();
    caches.push(cache);
    const page = renderHook(
      () => ({ queue: useGenerationQueue({ scope: "studio" }), jobs: useJobs() }),
      {
        wrapper: ({ children }: { children: ReactNode }) => (
          <QueryClientProvider client={cache}>
            <EaselProvider client={client} storage={storage} userKey={userKey}>
              {children}
            </EaselProvider>
          </QueryClientProvider>
        ),
      },
    );
    const queue = () => page.result.current.queue;
    /** Closes the page as a reload does. */
    const close = async () => {
      window.dispatchEvent(new Event("pagehide"));
      page.unmount();
      await settle();
    };
    return {
      ...page,
      advance,
      close,
      queue,
      statuses: () => queue().entries.map(({ status }) => status),
    };
  }

  /** Lets the pending jobs end. */
  const advance = async () => {
    sandbox.advance(60_000);
    await act(() => Promise.all(caches.map((cache) => cache.refetchQueries({ type: "active" }))));
    await settle();
  };

  const submits = () => sandbox.log.filter(({ step }) => step === "submit");
  const prompts = () => submits().map(({ body }) => (body as { prompt: string }).prompt);
  return { open, advance, renewLocks, sandbox, prompts, intercept, kept };
}

type Page = ReturnType<ReturnType<typeof createBrowser>["open"]>;

/** Requests in flight, by browser. */
let pending = 0;

/** Lets requests, storage, and rendering run until nothing has happened for a while. */
const settle = () =>
  act(async () => {
    for (let quiet = 0; quiet < 20; quiet = pending > 0 ? 0 : quiet + 1) {
      // oxlint-disable-next-line eslint/no-await-in-loop -- turns are sequential
      await new Promise((resolve) => realSetTimeout(resolve, 1));
    }
  });

const items = (...prompts: readonly string[]) =>
  prompts.map((prompt) => ({ model: sdxlTorch, values: { prompt } }));

/** Adds entries and starts the queue. */
async function start(page: Page, ...prompts: readonly string[]) {
  act(() => {
    page.queue().add(items(...prompts));
    page.queue().resume();
  });
  await settle();
}

test("sends each entry once after resume, and not before", async () => {
  const { open, prompts } = createBrowser();
  const page = open();
  act(() => expect(page.queue().add(items("a fox", "a fox", "a hare"))).toBeUndefined());
  await settle();
  expect(page.queue()).toMatchObject({ status: "paused", isStored: true });
  expect(page.statuses()).toEqual(["waiting", "waiting", "waiting"]);
  expect(prompts()).toEqual([]);
  act(() => page.queue().resume());
  await settle();
  expect(prompts()).toEqual(["a fox", "a fox", "a hare"]);
  expect(page.queue().status).toBe("idle");
  expect(page.statuses()).toEqual(["sent", "sent", "sent"]);
});

test("waits for a free slot, and for resume after a reload", async () => {
  const { open, advance, prompts } = createBrowser({ jobsAtOnce: 2 });
  const first = open();
  await start(first, "a", "b", "c", "d", "e");
  expect(prompts()).toEqual(["a", "b"]);
  expect(first.queue()).toMatchObject({
    status: "running",
    waitsFor: { reason: "jobs-at-once" },
  });
  await advance();
  expect(prompts()).toEqual(["a", "b", "c", "d"]);
  await first.close();

  const second = open();
  await settle();
  await advance();
  expect(second.queue().status).toBe("paused");
  expect(second.statuses()).toEqual(["sent", "sent", "sent", "sent", "waiting"]);
  expect(prompts()).toHaveLength(4);
  act(() => second.queue().resume());
  await settle();
  expect(prompts()).toEqual(["a", "b", "c", "d", "e"]);
});

test("sends from one of two tabs, and continues in the other when that one closes", async () => {
  const { open, advance, prompts } = createBrowser({ jobsAtOnce: 1 });
  const first = open();
  const second = open();
  await start(first, "a", "b", "c");
  expect(second.queue().status).toBe("elsewhere");
  expect(second.statuses()).toEqual(["sent", "waiting", "waiting"]);
  act(() => second.queue().resume());
  await settle();
  await advance();
  expect(prompts()).toEqual(["a", "b"]);
  first.unmount();
  await settle();
  await advance();
  expect(prompts()).toEqual(["a", "b", "c"]);
  expect(second.queue().status).toBe("idle");
});

test("doesn't send an entry that another tab removed, and stops when another tab says so", async () => {
  const { open, advance, prompts } = createBrowser({ jobsAtOnce: 1 });
  const first = open();
  const second = open();
  await start(first, "a", "b", "c");
  const [, b] = second.queue().entries;
  act(() => second.queue().remove(b?.id ?? ""));
  await settle();
  await advance();
  expect(prompts()).toEqual(["a", "c"]);
  await start(first, "d", "e");
  act(() => second.queue().pause());
  await settle();
  await advance();
  expect(first.queue().status).toBe("paused");
  expect(prompts()).toEqual(["a", "c"]);
});

test("pauses after an unknown submit, and never sends that entry again", async () => {
  const { open, prompts, sandbox } = createBrowser();
  const page = open();
  sandbox.fail("submit", undefined, "lost-answer");
  await start(page, "a", "b", "c");
  expect(page.queue()).toMatchObject({
    status: "paused",
    pausedBy: { code: "submit_unknown" },
  });
  expect(page.statuses()).toEqual(["sent", "unknown", "waiting"]);
  act(() => page.queue().resume());
  await settle();
  expect(prompts()).toEqual(["a", "b", "c"]);
  expect(page.statuses()).toEqual(["sent", "unknown", "sent"]);
});

test("looks up an entry whose page closed while sending, instead of sending it with another key", async () => {
  const { open, renewLocks, intercept, kept, prompts } = createBrowser();
  const first = open();
  const forward = intercept.getMockImplementation();
  const keys: (string | null)[] = [];
  intercept.mockImplementation(async (request) => {
    if (request.method !== "POST") return forward!(request);
    keys.push(request.headers.get("idempotency-key"));
    // The page never receives the response.
    if (keys.length === 1) await forward!(request);
    return keys.length === 1 ? new Promise<Response>(() => {}) : forward!(request);
  });
  await start(first, "a", "b");
  expect(first.statuses()).toEqual(["sending", "waiting"]);
  const stored = new Map(kept.entries("") as Iterable<[string, string]>);
  await first.close();
  // The browser releases a closed page's locks, even those of a submit that never ends.
  renewLocks();
  for (const [key, text] of stored) {
    // The lost page's attempt, as another page finds it.
    kept.set(key, text.replace(/"pageId":"[^"]*"/, '"pageId":"gone"'));
  }
  const second = open();
  await settle();
  await settle();
  expect(second.statuses()).toEqual(["unknown", "waiting"]);
  act(() => second.queue().resume());
  await settle();
  expect(prompts()).toEqual(["a", "b"]);
  expect(new Set(keys).size).toBe(2);
});

test("keeps a refused entry with its error, and sends it again with the same key or changed values", async () => {
  const { open, prompts, sandbox, intercept } = createBrowser();
  const page = open();
  sandbox.fail("submit", "parameter-rejected", "parameter-rejected");
  await start(page, "a", "b", "c");
  expect(prompts()).toEqual(["a", "b", "c"]);
  expect(page.statuses()).toEqual(["refused", "refused", "sent"]);
  expect(page.queue().entries[0]?.error?.code).toBe("parameter_rejected");
  // Only the queue offers to send the entry again.
  expect(page.result.current.jobs.jobs).toHaveLength(1);
  const [a, b] = page.queue().entries;
  act(() => page.queue().retry(a?.id ?? ""));
  await settle();
  const edited = { model: sdxlTorch, values: { prompt: "a badger" } };
  act(() => expect(page.queue().edit(b?.id ?? "", edited)).toBeUndefined());
  await settle();
  expect(page.statuses()).toEqual(["sent", "waiting", "sent"]);
  act(() => page.queue().resume());
  await settle();
  expect(prompts()).toEqual(["a", "b", "c", "a", "a badger"]);
  const keys = intercept.mock.calls
    .filter(([{ method }]) => method === "POST")
    .map(([{ headers }]) => headers.get("idempotency-key"));
  expect(keys[3]).toBe(keys[0]);
  expect(new Set(keys).size).toBe(4);
});

test.each(["no-credits", "key-invalid"] as const)(
  "pauses after %s, which affects all",
  async (fault) => {
    const { open, prompts, sandbox } = createBrowser();
    const page = open();
    sandbox.fail("submit", undefined, fault);
    await start(page, "a", "b", "c");
    expect(prompts()).toEqual(["a", "b"]);
    expect(page.queue().status).toBe("paused");
    expect(page.queue().pausedBy?.charged).toBe("no");
    expect(page.statuses()).toEqual(["sent", "waiting", "waiting"]);
    act(() => page.queue().resume());
    await settle();
    expect(prompts()).toEqual(["a", "b", "b", "c"]);
    expect(page.queue().pausedBy).toBeUndefined();
  },
);

test("waits until the rate limit ends, without refusing an entry", async () => {
  const { open, prompts, sandbox } = createBrowser();
  const page = open();
  sandbox.fail("submit", undefined, "rate-limited");
  await start(page, "a", "b");
  expect(page.queue()).toMatchObject({ status: "running", waitsFor: { reason: "rate-limited" } });
  expect(page.statuses()).toEqual(["sent", "waiting"]);
  const until = page.queue().waitsFor?.until ?? 0;
  expect(until).toBeGreaterThan(Date.now());
  vi.spyOn(Date, "now").mockReturnValue(until + 1);
  act(() => void window.dispatchEvent(new Event("online")));
  await settle();
  expect(prompts()).toEqual(["a", "b", "b"]);
  expect(page.statuses()).toEqual(["sent", "sent"]);
});

test("adds nothing if an item is invalid or the queue would be too long", async () => {
  const { open } = createBrowser();
  const page = open();
  act(() => {
    const invalid = page.queue().add(items("a", ""));
    expect(invalid?.code).toBe("invalid_input");
    expect(Object.keys(invalid?.fields ?? {})).toEqual(["prompt"]);
    const many = Array.from({ length: 201 }, (_, index) => `fox ${index}`);
    expect(page.queue().add(items(...many))?.code).toBe("too_large");
  });
  await settle();
  expect(page.queue().entries).toEqual([]);
});

test("keeps each user's queue, and says if it can't be stored", async () => {
  const { open, kept } = createBrowser();
  const ada = open();
  act(() => void ada.queue().add(items("a")));
  await settle();
  const bob = open("bob");
  await settle();
  expect(bob.queue().entries).toEqual([]);
  const set = vi.spyOn(kept, "set").mockImplementation(() => {
    throw new DOMException("full", "QuotaExceededError");
  });
  const other = open();
  await settle();
  act(() => void other.queue().add(items("b")));
  await settle();
  expect(set).toHaveBeenCalled();
  expect(other.queue()).toMatchObject({ status: "paused", isStored: false });
  expect(other.statuses()).toEqual(["waiting", "waiting"]);
});
