import { Redis as IoRedis } from "ioredis";
import { catalog } from "react-easel/models";
import { createSandbox, type SandboxOptions } from "react-easel/sandbox";
import { createHandler, redisStore, segmind, type HandlerOptions } from "react-easel/server";
import { describeStore } from "react-easel/testing";
import { createClient } from "redis";
import { afterAll, describe, expect, test, vi } from "vitest";
import { startRedis, type RunningRedis } from "../../scripts/redis.mjs";

const redis = await startRedis();
if (!redis) {
  console.error(
    "\n!!! No redis-server on this machine, so the tests of redisStore are SKIPPED. Install it (apt-get install redis-server), or set REDIS_SERVER_PATH.\n",
  );
}

const apiKey = "SG_0123456789abcdef";
const quiet = (): void => undefined;
const closers: (() => Promise<unknown> | void)[] = [() => redis?.stop()];

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

/** A handler with a connection of its own, as another process of the app would have. */
async function createInstance(
  url: string,
  fetch: (request: Request) => Promise<Response>,
  options: Partial<HandlerOptions> = {},
) {
  const handler = createHandler({
    backend: segmind({ apiKey, fetch }),
    models: catalog,
    authorize: (request) => ({ userId: request.headers.get("x-user") ?? "ada@host.example" }),
    secret: "a secret for tests of 32 bytes or more",
    store: redisStore(await connectNodeRedis(url), { prefix: `easel:${crypto.randomUUID()}:` }),
    ...options,
  });
  const ask = async (path: string, init?: RequestInit) => {
    const response = await handler(new Request(`https://app.example/api/easel/v2${path}`, init));
    const body = (await response.json()) as Record<string, unknown>;
    return { status: response.status, headers: response.headers, body };
  };
  const submit = (key: string, prompt = "a red fox") =>
    ask("/sdxl-torch", {
      method: "POST",
      headers: { "content-type": "application/json", "idempotency-key": key },
      body: JSON.stringify({ prompt }),
    });
  const look = (ticket: unknown) => ask(`/requests/${String(ticket)}/status`);
  return { ask, submit, look };
}

async function createPair(
  { url }: RunningRedis,
  options: Partial<HandlerOptions> = {},
  timing: SandboxOptions["timing"] = { queueMs: 1_000, runMs: 2_000 },
) {
  const sandbox = createSandbox({ apiKeys: [apiKey], timing });
  const prefix = `easel:${crypto.randomUUID()}:`;
  const [one, other] = await Promise.all([
    createInstance(url, sandbox.fetch, {
      store: redisStore(await connectNodeRedis(url), { prefix }),
      ...options,
    }),
    createInstance(url, sandbox.fetch, {
      store: redisStore(connectIoRedis(url), { prefix }),
      ...options,
    }),
  ]);
  const stepsOf = (step: string) => sandbox.log.filter((entry) => entry.step === step).length;
  return { sandbox, one, other, prefix, stepsOf };
}

test("redisStore says what is wrong with a client that is none", () => {
  expect(() => redisStore({} as never)).toThrow(/neither sendCommand nor call/);
});

describe.skipIf(!redis)("with a real redis-server", () => {
  const running = redis as RunningRedis;

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

  test("a hundred submits with one key over two instances are one submit upstream", async () => {
    const { one, other, stepsOf } = await createPair(running);
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, index) => (index % 2 ? one : other).submit("attempt-1")),
    );
    expect(stepsOf("submit")).toBe(1);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(new Set(answers.map(({ body }) => body["request_id"])).size).toBe(1);
  });

  test("looks over two instances are one upstream, and a finished job is never asked for again", async () => {
    const { one, other, sandbox, stepsOf } = await createPair(running);
    const ticket = (await one.submit("attempt-1")).body["request_id"];
    const first = await Promise.all(
      Array.from({ length: 40 }, (_, index) => (index % 2 ? one : other).look(ticket)),
    );
    expect(first.every(({ body }) => body["status"] === "QUEUED")).toBe(true);
    expect(stepsOf("status")).toBe(1);
    sandbox.advance(10_000);
    const result = await other.ask(`/requests/${String(ticket)}`);
    expect(result.body).toMatchObject({ status: "COMPLETED", request_id: ticket });
    expect((await one.ask(`/requests/${String(ticket)}`)).body).toEqual(result.body);
    expect((await one.look(ticket)).body["status"]).toBe("COMPLETED");
    expect([stepsOf("status"), stepsOf("result")]).toEqual([1, 1]);
  });

  test("a user's limits hold over all instances", async () => {
    const { one, other } = await createPair(running, {
      limits: { jobsAtOnce: 2, requestsPerMinute: 4 },
    });
    const told = [
      await one.submit("attempt-1"),
      await other.submit("attempt-2"),
      await one.submit("attempt-3"),
    ];
    expect(told.map(({ status }) => status)).toEqual([200, 200, 429]);
    expect(told[2]?.body["error"]).toMatch(/2 jobs running/);
    expect((await other.look(told[0]?.body["request_id"])).status).toBe(200);
    expect((await one.look(told[0]?.body["request_id"])).body["code"]).toBe("rate_limited");
  });

  test("the account's requests are counted over all instances, and submits come last", async () => {
    const { one, other, sandbox } = await createPair(running, {
      limits: { upstreamRequestsPerMinute: 10 },
      pollDelay: () => 0,
    });
    const ticket = (await one.submit("attempt-1")).body["request_id"];
    for (let look = 0; look < 10; look += 1) {
      expect((await (look % 2 ? one : other).look(ticket)).status).toBe(200);
    }
    // Half of the statuses, and the first of the others, which are spread over the minute.
    expect(sandbox.log).toHaveLength(6);
    const rest = await Promise.all(
      ["2", "3", "4", "5", "6"].map((key, index) =>
        (index % 2 ? one : other).submit(`attempt-${key}`),
      ),
    );
    expect(rest.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([
      200, 200, 200, 200, 429,
    ]);
    expect(sandbox.log).toHaveLength(10);
  });

  test("every key has the prefix and ends by itself", async () => {
    const { one, prefix } = await createPair(running, {
      limits: { jobsAtOnce: 2, requestsPerMinute: 40, upstreamRequestsPerMinute: 40 },
      afterResult: quiet,
    });
    const client = await connectNodeRedis(running.url);
    const before = new Set(await client.keys("*"));
    const ticket = (await one.submit("attempt-1")).body["request_id"];
    await one.look(ticket);
    await one.ask(`/requests/${String(ticket)}`);
    const made = (await client.keys("*")).filter((key) => !before.has(key));
    expect(made.length).toBeGreaterThan(3);
    for (const key of made) {
      expect(key.startsWith(prefix)).toBe(true);
      expect(await client.pTTL(key)).toBeGreaterThan(0);
    }
    expect(JSON.stringify(await Promise.all(made.map((key) => client.get(key))))).not.toMatch(
      /ada@|a red fox|attempt-1/,
    );
  });
});

describe.skipIf(!redis)("with Redis down", () => {
  test.each(["redis", "ioredis"])(
    "%s: 503 at once, nothing is submitted, and it goes on when Redis is back",
    async (library) => {
      const own = (await startRedis()) as RunningRedis;
      const client =
        library === "redis" ? await connectNodeRedis(own.url) : connectIoRedis(own.url);
      const sandbox = createSandbox({ apiKeys: [apiKey] });
      const { submit, look } = await createInstance(own.url, sandbox.fetch, {
        store: redisStore(client, { timeoutMs: 300 }),
      });
      const ticket = (await submit("attempt-1")).body["request_id"];
      await own.stop();
      for (const answer of await Promise.all([submit("attempt-2"), look(ticket)])) {
        expect(answer).toMatchObject({
          status: 503,
          body: { code: "store_down", charged: "no", retry: "safe" },
        });
      }
      expect(sandbox.log).toHaveLength(1);
      const back = (await startRedis(own.port)) as RunningRedis;
      closers.push(back.stop);
      await vi.waitFor(async () => expect((await submit("attempt-2")).status).toBe(200));
      expect(sandbox.log).toHaveLength(2);
    },
  );

  test("when it dies between the submit and its answer, the browser still gets its ticket", async () => {
    const own = (await startRedis()) as RunningRedis;
    const sandbox = createSandbox({ apiKeys: [apiKey] });
    const { submit } = await createInstance(
      own.url,
      async (request) => {
        const answer = await sandbox.fetch(request);
        await own.stop();
        return answer;
      },
      {
        store: redisStore(await connectNodeRedis(own.url), { timeoutMs: 200 }),
        limits: { jobsAtOnce: 3 },
      },
    );
    const { status, body } = await submit("attempt-1");
    expect(status).toBe(200);
    expect(body["request_id"]).toEqual(expect.any(String));
  });
});
