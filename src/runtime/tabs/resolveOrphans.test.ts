import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Attempt } from "../../ledger/attempt.ts";
import { createLedger } from "../../ledger/createLedger.ts";
import { memoryStorage } from "../../ledger/memoryStorage.ts";
import { resolveOrphans } from "./resolveOrphans.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Locks of a browser in which no other page is open. */
const locks = { query: async () => ({ held: [], pending: [] }) } as unknown as LockManager;

const sent = (attemptId: string): Attempt => ({
  attemptId,
  modelId: "sdxl-torch",
  scope: "form",
  input: { prompt: "a" },
  startedAt: Date.now(),
  pageId: "another",
  submit: "sent",
  detached: false,
});

test("makes a closed page's submit unknown, unless its outcome was stored", async () => {
  const storage = memoryStorage();
  const there = createLedger({ storage });
  void there.write(sent("lost"));
  void there.write(sent("answered"));
  const here = createLedger({ storage });
  here.list();
  // The page stores the outcome and closes before it can notify other tabs.
  there.update("answered", { submit: "taken", requestId: "r" });
  const orphans = resolveOrphans({ ledger: here, locks, isLeader: () => true });
  orphans.check();
  await vi.advanceTimersByTimeAsync(10_000);
  orphans.stop();
  for (const ledger of [here, createLedger({ storage })]) {
    expect(ledger.list()).toMatchObject([
      { attemptId: "lost", submit: "unknown" },
      { attemptId: "answered", submit: "taken", requestId: "r" },
    ]);
  }
});

test("refuses a submit without a charge if its page closed while connecting to the backend", async () => {
  const storage = memoryStorage();
  const there = createLedger({ storage });
  void there.write({ ...sent("waiting"), unsent: true });
  void there.write({ ...sent("on its way"), unsent: true });
  const here = createLedger({ storage });
  here.list();
  // The page sends the attempt and closes before it can notify other tabs.
  there.update("on its way", { unsent: undefined });
  const orphans = resolveOrphans({ ledger: here, locks, isLeader: () => true });
  orphans.check();
  await vi.advanceTimersByTimeAsync(10_000);
  orphans.stop();
  const [waiting, onItsWay] = createLedger({ storage }).list();
  expect(waiting).toMatchObject({
    submit: "refused",
    error: { code: "backend_unreachable", charged: "no", attemptId: "waiting" },
  });
  expect(waiting).not.toHaveProperty("unsent");
  expect(onItsWay).toMatchObject({ submit: "unknown" });
});
