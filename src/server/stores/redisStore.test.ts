import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { redisStore } from "./redisStore.ts";

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

function setUp() {
  const sendCommand = vi.fn<(args: string[]) => Promise<unknown>>(async () => "OK");
  const client = { isReady: true, sendCommand };
  return { client, sendCommand, store: redisStore(client, { prefix: "app:", timeoutMs: 500 }) };
}

test("each operation is one command on one key with the prefix", async () => {
  const { sendCommand, store } = setUp();
  await store.get("a");
  await store.add("b", "value", 1_500.2);
  await store.replace("c", "old", "new", 0);
  await store.replace("d", "old", undefined, 0);
  await store.take("e", 3, 60_000);
  const script = expect.stringContaining("redis.call") as string;
  expect(sendCommand.mock.calls.map(([args]) => args)).toEqual([
    ["GET", "app:a"],
    ["SET", "app:b", "value", "NX", "PX", "1501"],
    ["EVAL", script, "1", "app:c", "old", "new", "1"],
    ["EVAL", script, "1", "app:d", "old"],
    ["EVAL", script, "1", "app:e", "3", "60000"],
  ]);
});

test("a client that has `call` is asked by it", async () => {
  const call = vi.fn(async () => "value");
  const client = { status: "ready", call, sendCommand: vi.fn() };
  expect(await redisStore(client).get("a")).toBe("value");
  expect(call.mock.calls).toEqual([["GET", "easel:a"]]);
});

test("a client that is not connected is given nothing, not even later", async () => {
  const { client, sendCommand, store } = setUp();
  client.isReady = false;
  const told = expect(store.add("key", "value", 1_000)).rejects.toThrow(/within 500 ms/);
  await vi.advanceTimersByTimeAsync(500);
  await told;
  client.isReady = true;
  await vi.advanceTimersByTimeAsync(5_000);
  expect(sendCommand).not.toHaveBeenCalled();
  expect(vi.getTimerCount()).toBe(0);
});

test("one that is about to be connected is waited for", async () => {
  const { client, store } = setUp();
  client.isReady = false;
  const added = store.add("key", "value", 1_000);
  await vi.advanceTimersByTimeAsync(400);
  client.isReady = true;
  await vi.advanceTimersByTimeAsync(50);
  expect(await added).toBe(true);
  expect(vi.getTimerCount()).toBe(0);
});

test("a Redis that does not answer counts as down", async () => {
  const { sendCommand, store } = setUp();
  sendCommand.mockReturnValue(new Promise(() => undefined));
  const told = expect(store.get("key")).rejects.toThrow(/did not answer/);
  await vi.advanceTimersByTimeAsync(500);
  await told;
});

test("what is no client is refused with a word on which are", () => {
  expect(() => redisStore(undefined as never)).toThrow(/createClient/);
});
