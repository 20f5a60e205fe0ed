import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createFakeLocks, FakeChannel } from "../../../test/fakeTabs.ts";
import { currentPageId } from "../../ledger/currentPageId.ts";
import { createTabLeader } from "./createTabLeader.ts";
import { openPageIds } from "./resolveOrphans.ts";

const settled = () => new Promise((resolve) => setImmediate(resolve));

/** Creates a browser. Each tab has a separate window, which is global while the tab is created. */
function createBrowser(withLocks = true) {
  const locks = withLocks ? createFakeLocks() : undefined;
  const tabs: ReturnType<typeof createTabLeader>[] = [];
  async function open(name: string | null = "ada") {
    const window = new EventTarget();
    vi.stubGlobal("window", window);
    const onMessage = vi.fn<(message: unknown) => void>();
    const onChange = vi.fn<() => void>();
    const tab = createTabLeader({ name: name ?? undefined, onChange, onMessage, locks });
    tabs.push(tab);
    await settled();
    const event = (type: string, persisted = true) =>
      window.dispatchEvent(Object.assign(new Event(type), { persisted }));
    return { ...tab, onMessage, onChange, event };
  }
  return { open, locks, leaders: () => tabs.map((tab) => tab.isLeader()) };
}

beforeEach(() => {
  vi.stubGlobal("navigator", {});
  vi.stubGlobal("BroadcastChannel", FakeChannel);
});
afterEach(() => void vi.unstubAllGlobals());

test("makes the first tab the leader, and the next one when it closes", async () => {
  const { open, leaders } = createBrowser();
  const first = await open();
  const second = await open();
  await open();
  expect(leaders()).toEqual([true, false, false]);
  first.stop();
  await settled();
  expect(leaders()).toEqual([false, true, false]);
  expect(second.onChange).toHaveBeenCalledOnce();
});

test("makes a claiming tab the leader until it closes", async () => {
  const { open, leaders } = createBrowser();
  const first = await open();
  const second = await open();
  second.claim();
  second.claim();
  await settled();
  expect(leaders()).toEqual([false, true]);
  expect(first.onChange).toHaveBeenCalledTimes(2);
  second.stop();
  await settled();
  expect(leaders()).toEqual([true, false]);
});

test("always has exactly one leader after repeated claims", async () => {
  const { open, leaders } = createBrowser();
  const tabs = [await open(), await open(), await open()];
  const [first, second, third] = tabs;
  for (const tab of [second, third, first, third]) {
    tab?.claim();
    await settled();
  }
  expect(leaders()).toEqual([false, false, true]);
  third?.stop();
  await settled();
  expect(leaders().filter(Boolean)).toHaveLength(1);
  const other = leaders()[0] ? second : first;
  other?.claim();
  await settled();
  expect(leaders().filter(Boolean)).toHaveLength(1);
  expect(other?.isLeader()).toBe(true);
});

test("gives up leadership in the back/forward cache, and rejoins on return", async () => {
  const { open, leaders, locks } = createBrowser();
  const first = await open();
  await open();
  first.event("pagehide");
  await settled();
  expect(leaders()).toEqual([false, true]);
  first.event("pageshow", false);
  first.event("pageshow");
  first.claim();
  await settled();
  expect(leaders()).toEqual([true, false]);
  expect((await locks?.query())?.held).toHaveLength(2);
});

test("posts to all other tabs with the same name", async () => {
  const { open } = createBrowser();
  const [first, second, other] = [await open(), await open(), await open("bob")];
  first.post({ a: 1 });
  await settled();
  expect(second.onMessage).toHaveBeenCalledExactlyOnceWith({ a: 1 });
  expect(first.onMessage).not.toHaveBeenCalled();
  expect(other.onMessage).not.toHaveBeenCalled();
  expect(other.isLeader()).toBe(true);
  second.stop();
  first.post({ a: 2 });
  await settled();
  expect(second.onMessage).toHaveBeenCalledOnce();
});

test("makes every tab a leader without locks, channels, or a name", async () => {
  const bare = createBrowser(false);
  await bare.open();
  await bare.open();
  expect(bare.leaders()).toEqual([true, true]);
  const nameless = createBrowser();
  await nameless.open(null);
  vi.stubGlobal("BroadcastChannel", undefined);
  Reflect.deleteProperty(globalThis, "BroadcastChannel");
  const mute = createBrowser();
  const first = await mute.open();
  await mute.open();
  expect(mute.leaders()).toEqual([true, true]);
  first.post("too early");
  first.claim();
  expect(first.onChange).not.toHaveBeenCalled();
});

test("makes every tab a leader if locks are denied", async () => {
  const request = vi.fn(() => Promise.reject(new DOMException("no", "SecurityError")));
  const refused = { request, query: request } as unknown as LockManager;
  vi.stubGlobal("window", new EventTarget());
  const options = { name: "ada", onChange: vi.fn(), onMessage: vi.fn(), locks: refused };
  const tab = createTabLeader(options);
  await settled();
  expect(tab.isLeader()).toBe(true);
  expect(request.mock.calls.length).toBeLessThan(4);
  expect(await openPageIds(refused)).toBeUndefined();
  tab.stop();
});

test("holds the page lock until pagehide, even after the tab leader stops", async () => {
  const { open, locks } = createBrowser();
  expect(await openPageIds(undefined)).toBeUndefined();
  const tab = await open(null);
  const held = async () => (await locks?.query())?.held?.map(({ name }) => name);
  expect(await held()).toEqual([`easel-page:${currentPageId()}`]);
  expect(await openPageIds(locks)).toEqual(new Set([currentPageId()]));
  tab.stop();
  await settled();
  expect(await held()).toHaveLength(1);
  tab.event("pagehide");
  await settled();
  expect(await held()).toEqual([]);
});
