import { afterEach, beforeEach, expect, test, vi } from "vitest";
import {
  createAttempt as attempt,
  createEnded as ended,
  idsOf,
  keysOf,
  result,
} from "../../test/storedAttempts.ts";
import { createLedger } from "./createLedger.ts";
import type { LedgerStorage } from "./ledgerStorage.ts";
import { memoryStorage } from "./memoryStorage.ts";

const warn = vi.spyOn(console, "warn");
beforeEach(() => void warn.mockReset().mockReturnValue());
afterEach(() => void vi.useRealTimers());

test("reads an earlier page's attempts, oldest first", () => {
  const storage = memoryStorage();
  const first = createLedger({ storage });
  void first.write(attempt("b", { startedAt: 2 }));
  void first.write(attempt("a", { startedAt: 1 }));
  first.update("b", { submit: "taken", requestId: "r" });
  void first.write(attempt("c", { startedAt: 3 }));
  first.remove("c");
  const next = createLedger({ storage });
  expect(idsOf(next.list())).toEqual(["a", "b"]);
  expect(next.list()[1]).toMatchObject({ submit: "taken", requestId: "r" });
  expect(warn).not.toHaveBeenCalled();
});

test("reads nothing before the first list", () => {
  const entries = vi.fn<LedgerStorage["entries"]>(() => []);
  const ledger = createLedger({ storage: { ...memoryStorage(), entries } });
  ledger.subscribe(() => {});
  void ledger.refresh();
  expect(entries).not.toHaveBeenCalled();
  ledger.list();
  ledger.list();
  expect(entries).toHaveBeenCalledOnce();
});

test("stores an attempt synchronously", () => {
  const storage = memoryStorage();
  expect(createLedger({ storage }).write(attempt("a"))).toBeUndefined();
  expect(keysOf(storage)).toEqual(["easel::a"]);
});

test("keeps ledgers separate, even if one name is a prefix of another", () => {
  const storage = memoryStorage();
  void createLedger({ storage, name: "ada" }).write(attempt("a"));
  void createLedger({ storage, name: "ada2" }).write(attempt("b"));
  expect(idsOf(createLedger({ storage, name: "ada" }).list())).toEqual(["a"]);
  expect(createLedger({ storage, name: "ad" }).list()).toEqual([]);
});

const full: () => never = () => {
  throw new DOMException("The quota has been exceeded.", "QuotaExceededError");
};
const forbidden: () => never = () => {
  throw new DOMException("The operation is insecure.", "SecurityError");
};
const later = (fail: () => never) => async () => fail();

test.each<[string, Partial<LedgerStorage>]>([
  ["full", { set: full }],
  ["forbidden", { entries: forbidden, set: forbidden, remove: forbidden }],
  [
    "forbidden, asynchronously",
    { entries: later(forbidden), set: later(forbidden), remove: later(forbidden) },
  ],
])("continues in memory with one warning if the storage is %s", async (_, broken) => {
  const ledger = createLedger({ storage: { ...memoryStorage(), ...broken } });
  expect(ledger.list()).toEqual([]);
  await ledger.write(attempt("a"));
  await ledger.write(attempt("b"));
  ledger.update("a", { submit: "taken", requestId: "r" });
  ledger.remove("b");
  void ledger.refresh();
  await Promise.resolve();
  expect(ledger.list()).toMatchObject([{ attemptId: "a", submit: "taken" }]);
  await vi.waitFor(() => expect(warn).toHaveBeenCalledOnce());
  expect(warn.mock.calls[0]?.[0]).toMatch(/^Easel: .*Error.*when this page closes/);
});

test("drops ended attempts if the storage is full", () => {
  const storage = memoryStorage();
  let room = 4;
  const set = (key: string, text: string) => {
    if (!keysOf(storage).includes(key) && keysOf(storage).length >= room) full();
    storage.set(key, text);
  };
  const ledger = createLedger({ storage: { ...storage, set } });
  for (const id of ["a", "b", "c"]) void ledger.write(ended(id));
  void ledger.write(attempt("d"));
  void ledger.write(attempt("e"));
  expect(keysOf(storage)).toEqual(["easel::c", "easel::d", "easel::e"]);
  expect(idsOf(ledger.list())).toEqual(["a", "b", "c", "d", "e"]);
  expect(warn).not.toHaveBeenCalled();
  room = 0;
  void ledger.write(attempt("f"));
  expect(warn).toHaveBeenCalledOnce();
});

const textsOf = (storage: LedgerStorage) =>
  Object.fromEntries(storage.entries("") as Iterable<readonly [string, string]>);

test("quarantines damaged attempts with one warning, and reads the others", () => {
  const storage = memoryStorage();
  void createLedger({ storage, name: "ada" }).write(attempt("a"));
  const damaged = {
    torn: '{"attemptId":"torn"',
    other: JSON.stringify({ ...attempt("not-other"), version: 1 }),
    endless: JSON.stringify({ ...attempt("endless"), version: 1, startedAt: 1e300 }),
    nameless: JSON.stringify({ ...ended("nameless"), requestId: 7, version: 1 }),
  };
  for (const [id, text] of Object.entries(damaged)) storage.set(`easel:ada:${id}`, text);
  expect(idsOf(createLedger({ storage, name: "ada" }).list())).toEqual(["a"]);
  expect(warn).toHaveBeenCalledOnce();
  expect(warn.mock.calls[0]?.[0]).toContain('"easel-quarantine:ada:torn"');
  const { "easel:ada:a": _, ...others } = textsOf(storage);
  expect(others).toEqual(
    Object.fromEntries(
      Object.entries(damaged).map(([id, text]) => [`easel-quarantine:ada:${id}`, text]),
    ),
  );
  warn.mockClear();
  expect(idsOf(createLedger({ storage, name: "ada" }).list())).toEqual(["a"]);
  expect(warn).not.toHaveBeenCalled();
});

test("keeps a damaged attempt until its copy is stored", async () => {
  const storage = memoryStorage();
  storage.set("easel::torn", "{");
  const broken = { ...storage, set: full };
  expect(createLedger({ storage: broken }).list()).toEqual([]);
  expect(textsOf(storage)).toEqual({ "easel::torn": "{" });
  let store = () => {};
  const slow = {
    ...storage,
    set: async (key: string, text: string) => {
      await new Promise<void>((resolve) => void (store = resolve));
      storage.set(key, text);
    },
  };
  createLedger({ storage: slow }).list();
  expect(textsOf(storage)).toEqual({ "easel::torn": "{" });
  store();
  await vi.waitFor(() => expect(textsOf(storage)).toEqual({ "easel-quarantine::torn": "{" }));
});

test("stores a damaged attempt again if it is in memory", () => {
  const storage = memoryStorage();
  const ledger = createLedger({ storage });
  void ledger.write(attempt("a", { submit: "taken", requestId: "r" }));
  storage.set("easel::a", "{");
  void ledger.refresh();
  expect(ledger.list()).toMatchObject([{ attemptId: "a", requestId: "r" }]);
  expect(createLedger({ storage }).list()).toMatchObject([{ attemptId: "a", requestId: "r" }]);
  expect(textsOf(storage)).toMatchObject({ "easel-quarantine::a": "{" });
});

test("ignores attempts from a ledger with a longer name", () => {
  const storage = memoryStorage();
  void createLedger({ storage, name: "ada:2" }).write(attempt("b"));
  expect(createLedger({ storage, name: "ada" }).list()).toEqual([]);
  expect(warn).not.toHaveBeenCalled();
  expect(idsOf(createLedger({ storage, name: "ada:2" }).list())).toEqual(["b"]);
});

test("quarantines a damaged attempt that another tab still has in memory", () => {
  const storage = memoryStorage();
  const first = createLedger({ storage });
  void first.write(attempt("a", { submit: "taken", requestId: "r" }));
  void first.write(attempt("b", { submit: "taken", requestId: "s", startedAt: 2 }));
  storage.set("easel::a", "{");
  createLedger({ storage }).list();
  expect(keysOf(storage)).not.toContain("easel::a");
  void first.refresh();
  expect(idsOf(first.list())).toEqual(["a", "b"]);
  expect(idsOf(createLedger({ storage }).list())).toEqual(["a", "b"]);
});

test("keeps a damaged attempt that another tab stores again during the quarantine", () => {
  const inner = memoryStorage();
  inner.set("easel::a", "{");
  const good = JSON.stringify({ ...attempt("a"), version: 1 });
  const set = (key: string, text: string) => {
    inner.set(key, text);
    inner.set("easel::a", good);
  };
  createLedger({ storage: { ...inner, set } }).list();
  expect(textsOf(inner)).toMatchObject({ "easel::a": good });
});

test("stores an attempt in memory again if its entry isn't text", () => {
  const storage = memoryStorage();
  const ledger = createLedger({ storage });
  void ledger.write(attempt("a"));
  void ledger.write(attempt("b"));
  storage.set("easel::a", {} as never);
  void ledger.refresh();
  expect(idsOf(ledger.list())).toEqual(["a", "b"]);
});

test("warns about a full storage after warning about another version", () => {
  const storage = memoryStorage();
  storage.set("easel::n", '{"version":2}');
  const ledger = createLedger({ storage: { ...storage, set: full } });
  void ledger.write(attempt("a"));
  void ledger.write(attempt("b"));
  expect(warn).toHaveBeenCalledTimes(2);
  expect(warn.mock.calls[1]?.[0]).toContain("a generation can't be stored");
});

test("skips entries that aren't text", () => {
  const storage = memoryStorage();
  void createLedger({ storage }).write(attempt("a"));
  storage.set("easel::object", {} as never);
  expect(idsOf(createLedger({ storage }).list())).toEqual(["a"]);
});

test("keeps but skips attempts from other versions, with one warning", () => {
  const storage = memoryStorage();
  storage.set("easel::n", '{"version":2,"shape":"new"}');
  storage.set("easel::o", '{"version":0,"shape":"old"}');
  const ledger = createLedger({ storage });
  expect(ledger.list()).toEqual([]);
  void ledger.write(attempt("a"));
  void ledger.refresh();
  expect(keysOf(storage)).toEqual(["easel::n", "easel::o", "easel::a"]);
  expect(warn).toHaveBeenCalledOnce();
});

test("keeps 500 attempts, and drops ended ones first", () => {
  const storage = memoryStorage();
  const ledger = createLedger({ storage });
  void ledger.write(attempt("unfinished", { submit: "unknown" }));
  for (let index = 0; index < 510; index++) void ledger.write(ended(`e${index}`));
  expect(ledger.list()).toHaveLength(500);
  expect(keysOf(storage)).toHaveLength(500);
  expect(idsOf(ledger.list()).slice(0, 2)).toEqual(["unfinished", "e11"]);
});

test("applies the storage's bounds, dropping favorites last", () => {
  const storage = memoryStorage({ attempts: 4 });
  const ledger = createLedger({ storage });
  void ledger.write(ended("starred", { starred: true }));
  void ledger.write(attempt("unfinished", { submit: "unknown" }));
  for (const id of ["a", "b", "c"]) void ledger.write(ended(id));
  expect(idsOf(ledger.list())).toEqual(["starred", "unfinished", "b", "c"]);
  ledger.update("b", { starred: true });
  void ledger.write(ended("d"));
  void ledger.write(ended("e"));
  expect(idsOf(ledger.list())).toEqual(["starred", "unfinished", "b", "e"]);
  expect(idsOf(createLedger({ storage }).list())).toEqual(["starred", "unfinished", "b", "e"]);
  for (const id of ["f", "g"]) void ledger.write(attempt(id));
  expect(idsOf(ledger.list())).toEqual(["unfinished", "b", "f", "g"]);
});

/** Result that hasn't been delivered to the app yet. */
const owed = { delivered: false, result: { requestId: "r", images: [], body: {} } } as const;

test("drops undelivered results after favorites", () => {
  const storage = memoryStorage({ attempts: 4 });
  const ledger = createLedger({ storage });
  void ledger.write(ended("owed", owed));
  void ledger.write(ended("starred", { starred: true }));
  void ledger.write(ended("given", { ...owed, delivered: true }));
  for (const id of ["a", "b", "c"]) void ledger.write(ended(id));
  expect(idsOf(ledger.list())).toEqual(["owed", "starred", "b", "c"]);
  for (const id of ["d", "e"]) void ledger.write(attempt(id));
  expect(idsOf(ledger.list())).toEqual(["owed", "starred", "d", "e"]);
  void ledger.write(attempt("f"));
  expect(idsOf(ledger.list())).toEqual(["owed", "d", "e", "f"]);
});

test("drops undelivered results last if the storage is full", () => {
  const storage = memoryStorage();
  const set = (key: string, text: string) => {
    if (!keysOf(storage).includes(key) && keysOf(storage).length >= 3) full();
    storage.set(key, text);
  };
  const ledger = createLedger({ storage: { ...storage, set } });
  void ledger.write(ended("owed", owed));
  void ledger.write(ended("starred", { starred: true }));
  for (const id of ["a", "b"]) void ledger.write(attempt(id));
  expect(keysOf(storage)).toEqual(["easel::owed", "easel::a", "easel::b"]);
});

test("drops favorites last when other code has filled the storage", () => {
  const storage = memoryStorage();
  const set = (key: string, text: string) => {
    if (!keysOf(storage).includes(key) && keysOf(storage).length >= 3) full();
    storage.set(key, text);
  };
  const ledger = createLedger({ storage: { ...storage, set } });
  void ledger.write(ended("starred", { starred: true }));
  for (const id of ["a", "b", "c"]) void ledger.write(ended(id));
  expect(keysOf(storage)).toEqual(["easel::starred", "easel::b", "easel::c"]);
});

test("keeps at most a million characters", () => {
  const storage = memoryStorage();
  const ledger = createLedger({ storage });
  const input = Object.fromEntries(
    Array.from({ length: 20 }, (_, index) => [`text${index}`, "x".repeat(7_000)]),
  );
  for (let index = 0; index < 30; index++) void ledger.write(ended(`e${index}`, { input }));
  const texts = storage.entries("") as Iterable<readonly [string, string]>;
  const chars = Array.from(texts, ([, text]) => text.length).reduce((sum, size) => sum + size, 0);
  expect(chars).toBeLessThan(1_000_000);
  expect(idsOf(ledger.list()).at(-1)).toBe("e29");
});

test("resolves when a slow storage has stored the attempt, and merges late reads", async () => {
  const inner = memoryStorage();
  void createLedger({ storage: inner }).write(attempt("old"));
  const storage: LedgerStorage = {
    entries: async (prefix) => inner.entries(prefix),
    set: async (key, text) => inner.set(key, text),
    remove: async (key) => inner.remove(key),
  };
  const ledger = createLedger({ storage });
  const listener = vi.fn();
  ledger.subscribe(listener);
  const written = ledger.write(attempt("new", { startedAt: 5 }));
  expect(idsOf(ledger.list())).toEqual(["new"]);
  await written;
  expect(keysOf(inner)).toEqual(["easel::old", "easel::new"]);
  expect(idsOf(ledger.list())).toEqual(["old", "new"]);
  expect(listener).toHaveBeenCalledTimes(2);
});

test("refreshes from another page's writes, but never to an earlier step", () => {
  const storage = memoryStorage();
  const here = createLedger({ storage });
  void here.write(attempt("a", { submit: "taken", requestId: "a" }));
  void here.write(ended("b"));
  const there = createLedger({ storage });
  there.update("a", { result, endedAt: 2 });
  there.remove("b");
  void there.write(attempt("c"));
  storage.set("easel::d", JSON.stringify({ ...attempt("d"), version: 1 }));
  void here.refresh();
  expect(idsOf(here.list())).toEqual(["a", "c", "d"]);
  expect(here.list()[0]).toMatchObject({ result });

  // An inline result is only in memory, so the stored attempt has less information.
  const inline = { ...result, images: [{ url: "data:image/png;base64,AA==" }] };
  here.update("a", { result: inline });
  void here.refresh();
  expect(here.list()[0]?.result).toBe(inline);
});

test("applies another tab's change without storing it again", () => {
  const storage = memoryStorage();
  const ledger = createLedger({ storage });
  void ledger.write(attempt("b"));
  const listener = vi.fn();
  ledger.subscribe(listener);
  ledger.receive({ attemptId: "a", attempt: attempt("a") });
  ledger.receive({ attemptId: "b", attempt: undefined });
  ledger.receive({ attemptId: "never", attempt: undefined });
  expect(idsOf(ledger.list())).toEqual(["a"]);
  expect(keysOf(storage)).toEqual(["easel::b"]);
  expect(listener.mock.calls).toEqual([[undefined], [undefined]]);
  ledger.update("a", { submit: "refused" });
  expect(listener).toHaveBeenLastCalledWith({
    attemptId: "a",
    attempt: expect.objectContaining({ submit: "refused" }) as unknown,
    changed: ["submit"],
  });
});

test("keeps an attempt removed if it was still being stored", async () => {
  const inner = memoryStorage();
  const storage = {
    ...inner,
    set: async (key: string, text: string) => inner.set(key, text),
    remove: async (key: string) => inner.remove(key),
  };
  const ledger = createLedger({ storage });
  const written = ledger.write(attempt("a"));
  ledger.remove("a");
  await written;
  expect(keysOf(inner)).toEqual([]);
});

test("keeps only the newest of many damaged attempts", () => {
  const inner = memoryStorage();
  for (let count = 0; count < 20; count += 1) inner.set(`easel-quarantine::b${count}`, "{");
  inner.set("easel::a", "{");
  const entries = (prefix: string) =>
    [...(inner.entries(prefix) as Iterable<readonly [string, string]>)].toSorted(([one], [other]) =>
      one < other ? -1 : 1,
    );
  createLedger({ storage: { ...inner, entries } }).list();
  expect(keysOf(inner)).toHaveLength(20);
  expect(keysOf(inner)).toContain("easel-quarantine::a");
});

test("keeps only the last twenty damaged attempts", () => {
  const storage = memoryStorage();
  for (let count = 0; count < 30; count += 1) storage.set(`easel::${count}`, "{");
  createLedger({ storage }).list();
  const last = Array.from({ length: 20 }, (_, index) => `easel-quarantine::${index + 10}`);
  expect(keysOf(storage)).toEqual(last);
});
