import { redisStore, type HandlerOptions } from "react-easel/server";
import { createClient } from "redis";
import { afterAll, expect, test, vi } from "vitest";
import { startRedis } from "../../scripts/redis.mjs";
import { createTestStack, type TestInstance } from "../createTestStack.ts";

const closers: (() => Promise<unknown> | void)[] = [];

afterAll(async () => {
  for (const close of closers.toReversed()) await close();
});

async function start(...args: Parameters<typeof startRedis>) {
  const running = await startRedis(...args);
  closers.push(running.stop);
  return running;
}

async function connect(url: string) {
  const client = createClient({ url });
  await client.on("error", () => undefined).connect();
  closers.push(() => client.destroy());
  return client;
}

async function createApp(url: string, options: Partial<HandlerOptions> = {}) {
  const store = redisStore(await connect(url), { timeoutMs: 500 });
  const stack = createTestStack({ handler: { store, limits: { jobsAtOnce: 1 }, ...options } });
  const attemptsOf = async () => (await stack.askJson("/health")).body["attempts"];
  return { ...stack, attemptsOf };
}

const submitTo = ({ submit }: TestInstance, key = "attempt-1") =>
  submit({ prompt: "a red fox" }, { "idempotency-key": key });

const refusal = { status: 503, body: { code: "store_down", charged: "no", retry: "safe" } };

test.each([
  ["EVAL", "-eval", /^Redis refused EVAL \(NOPERM\)/],
  ["SET", "-set", /^Redis refused SET \(NOPERM\)/],
  ["DEL inside a script", "-del", /^Redis (refused EVAL|EVAL failed)/],
])("sends nothing and names the command if the user may not %s", async (_, rule, message) => {
  const { url } = await start();
  const admin = await connect(url);
  await admin.sendCommand(["ACL", "SETUSER", "app", "on", ">word", "~*", "+@all", rule]);
  const app = await createApp(url.replace("redis://", "redis://app:word@"));
  expect(await submitTo(app)).toMatchObject(refusal);
  expect(app.sandbox.log).toEqual([]);
  expect(app.events.find(({ type }) => type === "error")).toMatchObject({
    where: "store",
    cause: { message: expect.stringMatching(message) as string },
  });
  expect(await app.attemptsOf()).toBe("at_risk");

  await admin.sendCommand(["ACL", "SETUSER", "app", "+@all"]);
  expect((await submitTo(app)).status).toBe(200);
  expect(await app.attemptsOf()).toBe("kept");
});

test("sends nothing and names the fix for a read-only replica", async () => {
  const primary = await start();
  const replica = await start(undefined, ["--replicaof", "127.0.0.1", String(primary.port)]);
  const app = await createApp(replica.url);
  const health = await connect(replica.url);
  await vi.waitFor(async () => expect(await health.info("replication")).toMatch(/link_status:up/));
  expect(await submitTo(app)).toMatchObject(refusal);
  expect(app.sandbox.log).toEqual([]);
  expect(app.events.find(({ type }) => type === "error")).toMatchObject({
    cause: { message: expect.stringMatching(/\(READONLY\).*primary/) as string },
  });
});

test("sends nothing and names the fix for a single node of a cluster", async () => {
  const node = await start(undefined, ["--cluster-enabled", "yes"]);
  const admin = await connect(node.url);
  // Assigns a third of the slots, as to one of three nodes.
  await admin.sendCommand(["CLUSTER", "ADDSLOTSRANGE", "0", "5460"]);
  await admin.sendCommand(["CONFIG", "SET", "cluster-require-full-coverage", "no"]);
  const app = await createApp(node.url);
  await vi.waitFor(async () => {
    expect(await admin.sendCommand(["CLUSTER", "INFO"])).toMatch(/cluster_state:ok/);
  });
  expect(await submitTo(app)).toMatchObject(refusal);
  expect(app.sandbox.log).toEqual([]);
});

test("reports the eviction policy of a Redis at risk", async () => {
  const { url } = await start(undefined, [
    "--maxmemory",
    "100mb",
    "--maxmemory-policy",
    "allkeys-lru",
  ]);
  const app = await createApp(url);
  const { status, headers } = await submitTo(app);
  expect([status, headers.get("easel-attempts")]).toEqual([200, null]);
  expect(await app.attemptsOf()).toBe("at_risk");
  expect(app.events).toContainEqual({
    type: "at_risk",
    reason: expect.stringContaining("allkeys-lru") as string,
  });
});

test("sends nothing if Redis is full", async () => {
  const { url } = await start(undefined, ["--maxmemory", "1kb"]);
  const app = await createApp(url);
  expect(await submitTo(app)).toMatchObject(refusal);
  expect(app.sandbox.log).toEqual([]);
  expect(app.events.find(({ type }) => type === "error")).toMatchObject({
    cause: { message: expect.stringMatching(/\(OOM\).*maxmemory/) as string },
  });
});

test("returns the ticket for a repeat after Redis was emptied, and restores it for others", async () => {
  const { url } = await start();
  const app = await createApp(url);
  const { body } = await submitTo(app);
  expect(await app.attemptsOf()).toBe("kept");
  await (await connect(url)).flushAll();
  expect((await submitTo(app)).body).toEqual(body);
  expect(await app.attemptsOf()).toBe("at_risk");
  expect(app.events.filter(({ type }) => type === "at_risk")).toHaveLength(1);
  const other = app.createInstance({ store: redisStore(await connect(url)) });
  expect((await submitTo(other)).body).toEqual(body);
  expect(app.countCalls("submit")).toBe(1);
});

test("returns the same ticket from another process if Redis is emptied during a submit", async () => {
  const { url } = await start();
  const admin = await connect(url);
  const app = await createApp(url);
  const emptied = vi.spyOn(app.sandbox, "fetch");
  emptied.mockImplementationOnce(async (request) => {
    await admin.flushAll();
    emptied.mockRestore();
    return app.sandbox.fetch(request);
  });
  const { body } = await submitTo(app);
  expect(app.events.filter(({ type }) => type === "at_risk")).toHaveLength(1);
  const other = app.createInstance({ store: redisStore(await connect(url)) });
  expect((await submitTo(other)).body).toEqual(body);
  expect(app.countCalls("submit")).toBe(1);
});

test("submits once and frees the slot if Redis restarts without data during a submit", async () => {
  const own = await startRedis();
  let restart: () => Promise<void> = async () => {
    await own.stop();
  };
  const stack = createTestStack({
    fetch: async (request, sandbox) => {
      const answer = await sandbox(request);
      if (request.method === "POST") await restart();
      restart = async () => undefined;
      return answer;
    },
    sandbox: { timing: { queueMs: 0, runMs: 5_000 } },
    handler: {
      store: redisStore(await connect(own.url), { timeoutMs: 500 }),
      limits: { jobsAtOnce: 1 },
    },
  });
  const { status, body } = await submitTo(stack);
  expect(status).toBe(200);
  await start(own.port);
  await vi.waitFor(async () => expect((await submitTo(stack)).body).toEqual(body));
  stack.sandbox.advance(5_000);
  await vi.waitFor(async () => expect((await submitTo(stack, "attempt-2")).status).toBe(200));
  expect(stack.countCalls("submit")).toBe(2);
});
