import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { redisStore } from "./redisStore.ts";

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

const quiet = (): void => undefined;

function setUp() {
  const sendCommand = vi.fn<(args: string[]) => Promise<unknown>>(async () => "OK");
  const client = { isReady: true, sendCommand };
  return { client, sendCommand, store: redisStore(client, { prefix: "app:", timeoutMs: 500 }) };
}

test("sends one command with one prefixed key per operation", async () => {
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
    ["EVAL", script, "1", "app:window:e", "3", "60000"],
  ]);
});

test("uses a client's `call`", async () => {
  const call = vi.fn(async () => "value");
  const client = { status: "ready", call, sendCommand: vi.fn() };
  expect(await redisStore(client).get("a")).toBe("value");
  expect(call.mock.calls).toEqual([["GET", "easel:a"]]);
});

test("sends nothing to a client that isn't connected, even after the timeout", async () => {
  const { client, sendCommand, store } = setUp();
  client.isReady = false;
  const rejected = expect(store.add("key", "value", 1_000)).rejects.toThrow(/within 500 ms/);
  await vi.advanceTimersByTimeAsync(500);
  await rejected;
  client.isReady = true;
  await vi.advanceTimersByTimeAsync(5_000);
  expect(sendCommand).not.toHaveBeenCalled();
  expect(vi.getTimerCount()).toBe(0);
});

test("waits for a client that is connecting", async () => {
  const { client, store } = setUp();
  client.isReady = false;
  const added = store.add("key", "value", 1_000);
  await vi.advanceTimersByTimeAsync(400);
  client.isReady = true;
  await vi.advanceTimersByTimeAsync(50);
  expect(await added).toBe(true);
  expect(vi.getTimerCount()).toBe(0);
});

test("rejects if Redis doesn't respond", async () => {
  const { sendCommand, store } = setUp();
  sendCommand.mockReturnValue(new Promise(() => undefined));
  const rejected = expect(store.get("key")).rejects.toThrow(/didn't respond/);
  await vi.advanceTimersByTimeAsync(500);
  await rejected;
});

test("returns values unchanged from an Upstash client, which parses JSON", async () => {
  const kept = new Map<string, string>();
  const parse = (text: string | undefined): unknown => {
    try {
      return JSON.parse(text ?? "null");
    } catch {
      return text;
    }
  };
  const evaluate = vi.fn(async (_script: string, _keys: string[], _args: string[]) => 1);
  const store = redisStore({
    createScript: quiet,
    get: async (key) => parse(kept.get(key)),
    set: async (key, value) => {
      kept.set(key, value);
      return "OK";
    },
    eval: evaluate,
  });
  for (const value of ['{"a":1}', "12345678901234567890", "null", ""]) {
    expect(await store.add("key", value, 1_000)).toBe(true);
    expect(await store.get("key")).toBe(value);
  }
  expect(await store.get("other")).toBeUndefined();
  await store.replace("key", "old", "1", 1_000);
  await store.take("key", 3, 1_000);
  expect(evaluate.mock.calls.map(([, keys, args]) => [keys, args])).toEqual([
    [["easel:key"], ["=old", "=1", "1000"]],
    [["easel:window:key"], ["3", "1000"]],
  ]);
});

test.each<[string, () => object]>([
  ["ioredis with lazyConnect", () => ({ status: "wait", call: async () => "value" })],
  ["node-redis", () => ({ isOpen: false, isReady: false, sendCommand: async () => "value" })],
  ["a node-redis pool", () => ({ isOpen: false, sendCommand: async () => "value" })],
])("connects %s on the first command", async (_, create) => {
  const client = create();
  const connect = vi.fn(async () => {
    Object.assign(client, { status: "ready", isOpen: true });
    if ("isReady" in client) Object.assign(client, { isReady: true });
  });
  const store = redisStore(Object.assign(client, { connect }) as never);
  expect(connect).not.toHaveBeenCalled();
  const value = store.get("key");
  await vi.advanceTimersByTimeAsync(50);
  expect(await value).toBe("value");
  expect(connect).toHaveBeenCalledOnce();
});

/** A client of node-redis while Redis is down. Each attempt to connect fails after `failsAfterMs`. */
function createClosedClient(failsAfterMs: number) {
  const connect = vi.fn<() => Promise<void>>(async () => {
    await new Promise((resolve) => setTimeout(resolve, failsAfterMs));
    throw new Error("connect ECONNREFUSED");
  });
  const on = vi.fn();
  return { isOpen: false, isReady: false, connect, on, sendCommand: async () => "value" };
}

test("retries a failed connection after a second, with one listener on the client", async () => {
  const client = createClosedClient(0);
  const stores = [redisStore(client), redisStore(client)];
  const failures = Array.from({ length: 6 }, (_, index) =>
    expect(stores[index % 2]?.get("key")).rejects.toThrow(/within 2000 ms/),
  );
  await vi.advanceTimersByTimeAsync(900);
  expect(client.connect).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(client.connect).toHaveBeenCalledTimes(2);
  await vi.advanceTimersByTimeAsync(100);
  await Promise.all(failures);

  const value = stores[0]?.get("key");
  client.connect.mockImplementation(async () => {
    Object.assign(client, { isOpen: true, isReady: true });
  });
  await vi.advanceTimersByTimeAsync(1_000);
  expect(await value).toBe("value");
  expect(client.connect).toHaveBeenCalledTimes(3);
  expect(client.on).toHaveBeenCalledTimes(1);
  expect(vi.getTimerCount()).toBe(0);
});

test("waits for a pending connection even beyond the timeout of an operation", async () => {
  const client = createClosedClient(5_000);
  const store = redisStore(client, { timeoutMs: 500 });
  for (let count = 0; count < 3; count += 1) {
    const failure = expect(store.get("key")).rejects.toThrow(/within 500 ms/);
    await vi.advanceTimersByTimeAsync(1_500);
    await failure;
  }
  expect(client.connect).toHaveBeenCalledTimes(1);
});

test.each<[string, unknown, RegExp]>([
  ["undefined", undefined, /"ioredis".*"@upstash\/redis"/],
  ["a promise for a client", Promise.resolve(), /Await it/],
  ["a client with callbacks", { get() {}, set() {}, eval() {}, send_command() {} }, /4 or later/],
])("rejects %s and lists the supported clients", (_, client, words) => {
  expect(() => redisStore(client as never)).toThrow(words);
});

test.each([
  ["NOPERM this user has no permissions to run the 'eval' command", /EVAL \(NOPERM\)\. Allow/],
  ["READONLY You can't write against a read only replica.", /EVAL \(READONLY\).*primary/],
  ["MOVED 3999 127.0.0.1:6381", /EVAL \(MOVED\).*createCluster/],
  ["CROSSSLOT Keys in request don't hash to the same slot", /EVAL \(CROSSSLOT\)/],
  ["OOM command not allowed when used memory > 'maxmemory'.", /EVAL \(OOM\).*maxmemory/],
  ["ERR unknown command 'EVAL', with args beginning with: 'a fox'", /^Redis EVAL failed$/],
])("includes the command in the error for %j", async (reply, message) => {
  const { sendCommand, store } = setUp();
  const cause = new Error(reply);
  sendCommand.mockRejectedValue(cause);
  await expect(store.replace("key", "a", "b", 1)).rejects.toMatchObject({
    message: expect.stringMatching(message) as string,
    cause,
  });
});

test.each([
  ["maxmemory:1000\r\nmaxmemory_policy:allkeys-lru\r\n", /policy allkeys-lru/],
  ["maxmemory:1000\r\nmaxmemory_policy:volatile-ttl\r\n", /policy volatile-ttl/],
  ["maxmemory:1000\r\nmaxmemory_policy:noeviction\r\n", undefined],
  ["maxmemory:0\r\nmaxmemory_policy:allkeys-lru\r\n", undefined],
  [null, undefined],
  [new Error("NOPERM info"), undefined],
])("warns about %j only if Redis evicts keys", async (info, warning) => {
  const { sendCommand, store } = setUp();
  if (info instanceof Error) sendCommand.mockRejectedValue(info);
  else sendCommand.mockResolvedValue(info);
  const found = await store.check?.();
  if (warning) expect(found).toMatch(warning);
  else expect(found).toBeUndefined();
});
