import { OwnError } from "../ownError.ts";
import { connectRedis, type RedisClient } from "./connectRedis.ts";
import type { Store } from "./store.ts";

export interface RedisStoreOptions {
  /** Stands before every key. Apps that share one Redis need different ones. @default "easel:" */
  readonly prefix?: string | undefined;
  /** After so long Redis counts as down, in milliseconds. @default 2_000 */
  readonly timeoutMs?: number | undefined;
}

/** Compare and set; without a new value compare and remove. */
const replaceScript = `
if redis.call("GET", KEYS[1]) ~= ARGV[1] then return 0 end
if ARGV[2] then redis.call("SET", KEYS[1], ARGV[2], "PX", ARGV[3]) else redis.call("DEL", KEYS[1]) end
return 1`;

const takeScript = `
local taken = tonumber(redis.call("GET", KEYS[1]) or "0")
if taken >= tonumber(ARGV[1]) then return math.max(1, redis.call("PTTL", KEYS[1])) end
redis.call("INCR", KEYS[1])
if taken == 0 then redis.call("PEXPIRE", KEYS[1], ARGV[2]) end
return 0`;

const readyStepMs = 20;

/**
 * A store in Redis, for any number of instances. It takes the app's own client: of `redis` 4 or later (client, pool, cluster,
 * sentinel), of `ioredis` (also `lazyConnect`, sentinels and `Cluster`), or of `@upstash/redis`. One that isn't connected yet
 * is connected with the first request; closing it is left to the app.
 *
 * All keys begin with `prefix`, and all of them expire: attempts after a day, jobs and their results after an hour, counts
 * after a minute. Each operation is one command on one key. It rejects when Redis does not answer in time or the client is
 * not connected.
 *
 * Redis must not evict keys that have not expired (`maxmemory-policy noeviction`), or attempts may be forgotten.
 *
 * @throws TypeError when the client is of none of these, or a promise of one
 *
 * @example
 * import { createClient } from "redis";
 *
 * const client = createClient({ url: process.env.REDIS_URL! }).on("error", console.error);
 * await client.connect();
 * const handler = createHandler({ ...options, store: redisStore(client) });
 */
export function redisStore(
  client: RedisClient,
  { prefix = "easel:", timeoutMs = 2_000 }: RedisStoreOptions = {},
): Store {
  const redis = connectRedis(client);
  const { mark } = redis;

  /** Clients keep commands for when they are connected again. By then nobody waits for them any more, so none is given. */
  async function whenReady(isLate: () => boolean): Promise<void> {
    while (!redis.isReady() && !isLate()) {
      redis.open();
      await new Promise((resolve) => setTimeout(resolve, readyStepMs));
    }
  }

  async function ask(send: () => Promise<unknown>): Promise<unknown> {
    let late = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const timeout = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        late = true;
        reject(new OwnError(`Redis did not answer within ${timeoutMs} ms.`));
      }, timeoutMs);
    });
    const answer = async (): Promise<unknown> => {
      if (!redis.isReady()) await whenReady(() => late);
      return late ? undefined : send();
    };
    try {
      return await Promise.race([answer(), timeout]);
    } finally {
      clearTimeout(timer);
    }
  }

  const life = (ms: number): number => Math.max(1, Math.ceil(ms));

  return {
    lasting: true,
    async get(key) {
      const value = await ask(() => redis.get(prefix + key));
      return typeof value === "string" ? value.slice(mark.length) : undefined;
    },
    async add(key, value, lifeMs) {
      return (await ask(() => redis.add(prefix + key, mark + value, life(lifeMs)))) === "OK";
    },
    async replace(key, expected, value, lifeMs) {
      const next = value === undefined ? [] : [mark + value, String(life(lifeMs))];
      const args = [mark + expected, ...next];
      return Number(await ask(() => redis.eval(replaceScript, prefix + key, args))) === 1;
    },
    async take(key, most, windowMs) {
      const args = [String(most), String(life(windowMs))];
      const waitMs = Number(await ask(() => redis.eval(takeScript, prefix + key, args)));
      return waitMs === 0 ? undefined : waitMs;
    },
  };
}
