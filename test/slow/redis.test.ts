import { Redis as IoRedis } from "ioredis";
import { redisStore, type EndedJob, type HandlerOptions } from "react-easel/server";
import { describeStore } from "react-easel/testing";
import { createClient } from "redis";
import { afterAll, describe, expect, test, vi } from "vitest";
import { startRedis, type RunningRedis } from "../../scripts/redis.mjs";
import { createTestStack, type TestInstance } from "../createTestStack.ts";

const running = await startRedis();

const quiet = (): void => undefined;
const closers: (() => Promise<unknown> | void)[] = [running.stop];

afterAll(async () => {
  for (const close of closers.toReversed()) await close();
});

async function connectNodeRedis(url: string) {
  const client = createClient({ url });
  await client.on("error", quiet).connect();
  closers.push(() => client.destroy());
  return client;
}

function connectIoRedis(url: string) {
  const client = new IoRedis(url).on("error", quiet);
  closers.push(() => client.disconnect());
  return client;
}

const submitTo = ({ submit }: TestInstance, key: string) =>
  submit({ prompt: "a red fox" }, { "idempotency-key": key });

/** Creates two handlers, each with its own connection, like two processes of an app. */
async function createPair({ url }: RunningRedis, options: Partial<HandlerOptions> = {}) {
  const prefix = `easel:${crypto.randomUUID()}:`;
  const one = createTestStack({
    sandbox: { timing: { queueMs: 1_000, runMs: 2_000 } },
    handler: { store: redisStore(await connectNodeRedis(url), { prefix }), ...options },
  });
  const other = one.createInstance({ store: redisStore(connectIoRedis(url), { prefix }) });
  return { ...one, one, other, prefix };
}

test("names the problem of an invalid client", () => {
  expect(() => redisStore({} as never)).toThrow(/isn't a supported Redis client/);
});

describe("with a real redis-server", () => {
  describeStore(
    "redisStore on redis",
    async () => redisStore(await connectNodeRedis(running.url)),
    {
      describe,
      test,
    },
  );
  describeStore("redisStore on ioredis", () => redisStore(connectIoRedis(running.url)), {
    describe,
    test,
  });

  test("sends one upstream submit for a hundred submits with one key over two instances", async () => {
    const { one, other, countCalls } = await createPair(running);
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, index) => submitTo(index % 2 ? one : other, "attempt-1")),
    );
    expect(countCalls("submit")).toBe(1);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(new Set(answers.map(({ body }) => body["request_id"])).size).toBe(1);
  });

  test("shares polls over two instances, and never polls a finished job again", async () => {
    const { one, other, sandbox, countCalls } = await createPair(running);
    const ticket = (await submitTo(one, "attempt-1")).body["request_id"];
    const first = await Promise.all(
      Array.from({ length: 40 }, (_, index) => (index % 2 ? one : other).poll(ticket)),
    );
    expect(first.every(({ body }) => body["status"] === "QUEUED")).toBe(true);
    expect(countCalls("status")).toBe(1);
    sandbox.advance(10_000);
    const result = await other.fetchResult(ticket);
    expect(result.body).toMatchObject({ status: "COMPLETED", request_id: ticket });
    expect((await one.fetchResult(ticket)).body).toEqual(result.body);
    expect((await one.poll(ticket)).body["status"]).toBe("COMPLETED");
    expect([countCalls("status"), countCalls("result")]).toEqual([1, 1]);
  });

  test("enforces a user's limits over all instances", async () => {
    const { one, other } = await createPair(running, {
      limits: { jobsAtOnce: 2, requestsPerMinute: 4 },
    });
    const answers = [
      await submitTo(one, "attempt-1"),
      await submitTo(other, "attempt-2"),
      await submitTo(one, "attempt-3"),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 429]);
    expect(answers[2]?.body["error"]).toMatch(/2 generations at a time/);
    expect((await other.poll(answers[0]?.body["request_id"])).status).toBe(200);
    expect((await one.poll(answers[0]?.body["request_id"])).body["code"]).toBe("rate_limited");
  });

  test("counts the account's requests over all instances, and reserves room for submits", async () => {
    const { one, other, sandbox } = await createPair(running, {
      limits: { upstreamRequestsPerMinute: 10 },
      pollDelay: () => 0,
    });
    const ticket = (await submitTo(one, "attempt-1")).body["request_id"];
    for (let poll = 0; poll < 10; poll += 1) {
      expect((await (poll % 2 ? one : other).poll(ticket)).status).toBe(200);
    }
    // The service received half of the polls and the first of the others, which are spread over the minute.
    expect(sandbox.log).toHaveLength(6);
    const rest = await Promise.all(
      ["2", "3", "4", "5", "6"].map((key, index) =>
        submitTo(index % 2 ? one : other, `attempt-${key}`),
      ),
    );
    expect(rest.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([
      200, 200, 200, 200, 429,
    ]);
    expect(sandbox.log).toHaveLength(10);
  });

  test("calls onJobEnd once for two processes, with the job's input and user", async () => {
    const onJobEnd = vi.fn<(job: EndedJob) => void>();
    const { one, other, sandbox } = await createPair(running, { onJobEnd });
    const { body } = await submitTo(one, "attempt-1");
    const ticket = body["request_id"];
    sandbox.advance(3_000);
    await Promise.all([one.poll(ticket), other.poll(ticket), other.fetchResult(ticket)]);
    await other.fetchResult(ticket);
    expect(onJobEnd).toHaveBeenCalledTimes(1);
    expect(onJobEnd.mock.calls[0]?.[0]).toMatchObject({
      user: { userId: "ada" },
      state: "completed",
      input: { prompt: "a red fox" },
      images: [{ url: expect.any(String) as string }],
    });
  });

  test("gives every key the prefix and an expiry", async () => {
    const { one, prefix } = await createPair(running, {
      limits: { jobsAtOnce: 2, requestsPerMinute: 40, upstreamRequestsPerMinute: 40 },
      authorize: () => ({ userId: "ada@host.example" }),
    });
    const client = await connectNodeRedis(running.url);
    const before = new Set(await client.keys("*"));
    const ticket = (await submitTo(one, "attempt-1")).body["request_id"];
    await one.poll(ticket);
    await one.fetchResult(ticket);
    const made = (await client.keys("*")).filter((key) => !before.has(key));
    expect(made.length).toBeGreaterThan(3);
    for (const key of made) {
      expect(key.startsWith(prefix)).toBe(true);
      expect(await client.pTTL(key)).toBeGreaterThan(0);
    }
    const read = async (key: string) =>
      (await client.type(key)) === "list" ? client.lRange(key, 0, -1) : client.get(key);
    expect(JSON.stringify([made, await Promise.all(made.map(read))])).not.toMatch(
      /ada@|a red fox|attempt-1/,
    );
  });

  test("blocks for at most one window after Redis's clock is set back", async () => {
    const client = await connectNodeRedis(running.url);
    const prefix = `easel:${crypto.randomUUID()}:`;
    const store = redisStore(client, { prefix });
    const inAnHour = String((Date.now() + 3_600_000) * 1_000);
    await client.rPush(`${prefix}window:key`, [inAnHour, inAnHour]);
    const waitMs = await store.take("key", 2, 60_000);
    expect(waitMs).toBeGreaterThan(50_000);
    expect(waitMs).toBeLessThanOrEqual(60_000);
    expect(await store.take("key", 3, 60_000)).toBeUndefined();
  });
});

describe("with Redis down", () => {
  test.each(["redis", "ioredis"])(
    "%s: returns 503 without a submit, and recovers with Redis",
    async (library) => {
      const own = await startRedis();
      const client =
        library === "redis" ? await connectNodeRedis(own.url) : connectIoRedis(own.url);
      const app = createTestStack({ handler: { store: redisStore(client, { timeoutMs: 300 }) } });
      const ticket = (await submitTo(app, "attempt-1")).body["request_id"];
      await own.stop();
      for (const answer of await Promise.all([submitTo(app, "attempt-2"), app.poll(ticket)])) {
        expect(answer).toMatchObject({
          status: 503,
          body: { code: "store_down", charged: "no", retry: "safe" },
        });
      }
      expect(app.sandbox.log).toHaveLength(1);
      const back = await startRedis(own.port);
      closers.push(back.stop);
      await vi.waitFor(async () => expect((await submitTo(app, "attempt-2")).status).toBe(200));
      expect(app.sandbox.log).toHaveLength(2);
    },
  );

  test("returns the ticket if Redis fails between submit and response", async () => {
    const own = await startRedis();
    const app = createTestStack({
      fetch: async (request, sandbox) => {
        const answer = await sandbox(request);
        await own.stop();
        return answer;
      },
      handler: {
        store: redisStore(await connectNodeRedis(own.url), { timeoutMs: 200 }),
        limits: { jobsAtOnce: 3 },
      },
    });
    const { status, body } = await submitTo(app, "attempt-1");
    expect(status).toBe(200);
    expect(body["request_id"]).toEqual(expect.any(String));
  });
});
