import { beforeEach, expect, test, vi } from "vitest";
import {
  createAttempt as attempt,
  createEnded as ended,
  idsOf,
  keysOf,
  result,
} from "../../test/storedAttempts.ts";
import type { Attempt } from "./attempt.ts";
import { createLedger } from "./createLedger.ts";
import type { LedgerStorage } from "./ledgerStorage.ts";
import { memoryStorage } from "./memoryStorage.ts";
import { receiveChange } from "./receiveChange.ts";

const warn = vi.spyOn(console, "warn");
beforeEach(() => void warn.mockReset().mockReturnValue());

const full: () => never = () => {
  throw new DOMException("The quota has been exceeded.", "QuotaExceededError");
};

/** Creates two tabs with one storage. Their messages arrive when the test calls `deliver`. */
function twoTabs(...attempts: readonly Attempt[]) {
  const storage = memoryStorage();
  const first = createLedger({ storage });
  for (const one of attempts) void first.write(one);
  const tabs = [createLedger({ storage }), createLedger({ storage })] as const;
  const posts: (() => void)[] = [];
  for (const [index, tab] of tabs.entries()) {
    tab.list();
    tab.subscribe((change) => {
      if (change) posts.push(() => receiveChange(tabs[1 - index] ?? tab, change));
    });
  }
  const deliver = () => {
    for (const post of posts.splice(0)) post();
  };
  const kept = () => createLedger({ storage }).list()[0];
  return { storage, here: tabs[0], there: tabs[1], deliver, kept };
}

test.each([
  ["first", ["there", "here"]],
  ["last", ["here", "there"]],
] as const)(
  "merges a favorite with a result that another tab stores, if the favorite is set %s",
  (_, order) => {
    const tabs = twoTabs(attempt("a", { submit: "taken", requestId: "a" }));
    const change = {
      here: () => tabs.here.update("a", { result, endedAt: 2 }),
      there: () => tabs.there.update("a", { starred: true }),
    };
    for (const tab of order) change[tab]();
    tabs.deliver();
    for (const known of [tabs.here.list()[0], tabs.there.list()[0], tabs.kept()]) {
      expect(known).toMatchObject({ starred: true, result });
    }
  },
);

test("keeps an accepted attempt accepted after another tab's late change", () => {
  const { here, there, deliver, kept } = twoTabs(attempt("a"));
  here.update("a", { submit: "taken", requestId: "r" });
  there.update("a", { submit: "unknown" });
  deliver();
  for (const known of [here.list()[0], there.list()[0], kept()]) {
    expect(known).toMatchObject({ submit: "taken", requestId: "r" });
  }
});

test("stores the ID without the input if the storage is full", () => {
  const storage = memoryStorage();
  const input = { prompt: "x".repeat(500) };
  const sent = attempt("a", { input });
  let most = Infinity;
  const set = (key: string, text: string) => (text.length > most ? full() : storage.set(key, text));
  const ledger = createLedger({ storage: { ...storage, set } });
  void ledger.write(sent);
  most = Array.from(storage.entries("") as Iterable<readonly [string, string]>)[0]?.[1].length ?? 0;
  ledger.update("a", { submit: "taken", requestId: "r" });
  expect(createLedger({ storage }).list()).toMatchObject([
    { submit: "taken", requestId: "r", omitted: ["prompt"] },
  ]);
  expect(ledger.list()[0]?.input).toBe(input);
  expect(warn).toHaveBeenCalledOnce();
});

test("keeps a pending job after the storage is cleared", () => {
  const storage = memoryStorage();
  const ledger = createLedger({ storage });
  void ledger.write(attempt("a", { submit: "taken", requestId: "r" }));
  void ledger.write(ended("b"));
  for (const key of keysOf(storage)) storage.remove(key);
  void ledger.refresh();
  expect(idsOf(ledger.list())).toEqual(["a"]);
  ledger.update("a", { result, endedAt: 2 });
  expect(createLedger({ storage }).list()).toMatchObject([{ attemptId: "a", result }]);
});

test("stores a pending job again after the storage is cleared", () => {
  const storage = memoryStorage();
  const ledger = createLedger({ storage });
  void ledger.write(attempt("a", { submit: "taken", requestId: "r" }));
  for (const key of keysOf(storage)) storage.remove(key);
  void ledger.write(attempt("b"));
  void ledger.refresh();
  expect(idsOf(ledger.list())).toEqual(["a", "b"]);
  expect(idsOf(createLedger({ storage }).list()).toSorted()).toEqual(["a", "b"]);
});

test("keeps an attempt that starts while the storage is being read", async () => {
  const slow = memoryStorage();
  let answer = () => {};
  const entries: LedgerStorage["entries"] = async (prefix) => {
    const found = [...((await slow.entries(prefix)) as Iterable<readonly [string, string]>)];
    await new Promise<void>((resolve) => void (answer = resolve));
    return found;
  };
  const ledger = createLedger({
    storage: { ...slow, entries, set: async (...a) => slow.set(...a) },
  });
  ledger.list();
  await ledger.write(attempt("a"));
  answer();
  await vi.waitFor(() => expect(idsOf(ledger.list())).toEqual(["a"]));
  const refreshed = ledger.refresh();
  await ledger.write(attempt("b"));
  answer();
  await refreshed;
  expect(idsOf(ledger.list())).toEqual(["a", "b"]);
});
