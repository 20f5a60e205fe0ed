import { OwnError } from "../events/ownError.ts";
import { pause } from "../timing/pause.ts";
import { withTimeout } from "../timing/withTimeout.ts";
import { connectRedis, type RedisClient } from "./connectRedis.ts";
import type { Store } from "./store.ts";

export interface RedisStoreOptions {
  /** Prefix for every key. Apps that share a Redis server need different prefixes. @default "easel:" */
  readonly prefix?: string | undefined;
  /** Timeout of each operation, in milliseconds. @default 2_000 */
  readonly timeoutMs?: number | undefined;
}

const replaceScript = `
if redis.call("GET", KEYS[1]) ~= ARGV[1] then return 0 end
if ARGV[2] then redis.call("SET", KEYS[1], ARGV[2], "PX", ARGV[3]) else redis.call("DEL", KEYS[1]) end
return 1`;

/** Script for `take`. Keeps times in microseconds, oldest first. If a clock is set back, future times count as now. */
const takeScript = `
local key, most, window = KEYS[1], tonumber(ARGV[1]), tonumber(ARGV[2]) * 1000
local time = redis.call("TIME")
local now = tonumber(time[1]) * 1000000 + tonumber(time[2])
local function at(index) return tonumber(redis.call("LINDEX", key, index) or nil) end
while (at(0) or now) <= now - window do redis.call("LPOP", key) end
local last = -1
while (at(last) or now) > now do
  redis.call("LSET", key, last, string.format("%.0f", now))
  last = last - 1
end
local taken = redis.call("LLEN", key)
if taken >= most then
  return math.max(1, math.ceil((at(math.floor(taken - most)) + window - now) / 1000))
end
redis.call("RPUSH", key, string.format("%.0f", now))
redis.call("PEXPIRE", key, ARGV[2])
return 0`;

const timeScript = `return redis.call("TIME")`;
const policyScript = `return redis.call("INFO", "memory")`;

function evictingPolicy(info: unknown): string | undefined {
  const text = typeof info === "string" ? info : "";
  const policy = /^maxmemory_policy:([\w-]+)/m.exec(text)?.[1];
  const isLimited = !/^maxmemory:0\b/m.test(text);
  return isLimited && policy !== "noeviction" ? policy : undefined;
}

const readyStepMs = 20;

const fixes: Readonly<Record<string, string>> = {
  READONLY: "This is a read-only replica. Connect to the primary.",
  MOVED:
    "This is a Redis cluster node. Use `createCluster` from redis, or `new Cluster` from ioredis.",
  CROSSSLOT: "The proxy or cluster must route each key separately.",
  NOPERM:
    "Allow this Redis user to run all commands on the store's keys, for example with `ACL SETUSER app ~easel:* +@all -@admin -@dangerous`.",
  OOM: "Redis is out of memory. Raise maxmemory, and keep maxmemory-policy noeviction.",
  MISCONF: "Redis can't write to disk. Check the disk and the Redis log.",
  NOAUTH: "Pass the password to the client.",
  WRONGPASS: "Check the client's user name and password.",
};

/** Returns an error for a refused command. Only its `cause` contains the reply, which can quote keys and values. */
function redisRefusal(command: string, cause: unknown): OwnError {
  const message = cause instanceof Error ? cause.message : "";
  const word = Object.keys(fixes).find((known) => new RegExp(`\\b${known}\\b`).test(message));
  const fix = word === undefined ? undefined : fixes[word];
  return new OwnError(
    fix === undefined ? `Redis ${command} failed` : `Redis refused ${command} (${word}). ${fix}`,
    { cause },
  );
}

/**
 * Creates a store that uses a client from `redis` 4 or later, `ioredis`, or `@upstash/redis`. Connects the client if
 * needed, but doesn't close it. Redis must not evict keys (`maxmemory-policy noeviction`); otherwise, attempts can be
 * lost.
 *
 * @example
 * import { createClient } from "redis";
 *
 * const client = createClient({ url: process.env.REDIS_URL! }).on("error", console.error);
 * const handler = createHandler({ ...options, store: redisStore(client) });
 */
export function redisStore(
  client: RedisClient,
  { prefix = "easel:", timeoutMs = 2_000 }: RedisStoreOptions = {},
): Store {
  const redis = connectRedis(client);
  const { mark } = redis;

  /** Waits until the client is ready, because clients queue commands while they reconnect. */
  async function whenReady(signal: AbortSignal): Promise<void> {
    while (!redis.isReady() && !signal.aborted) {
      redis.open();
      await pause(readyStepMs);
    }
  }

  function ask(command: string, send: () => Promise<unknown>): Promise<unknown> {
    const errorFor = (): Error =>
      new OwnError(`Redis didn't respond to ${command} within ${timeoutMs} ms.`);
    return withTimeout({ ms: timeoutMs, errorFor }, async (signal) => {
      if (!redis.isReady()) await whenReady(signal);
      if (signal.aborted) return undefined;
      return send().catch((cause: unknown) => {
        throw redisRefusal(command, cause);
      });
    });
  }

  const life = (ms: number): number => Math.max(1, Math.ceil(ms));

  return {
    lasting: true,
    async get(key) {
      const value = await ask("GET", () => redis.get(prefix + key));
      return typeof value === "string" ? value.slice(mark.length) : undefined;
    },
    async add(key, value, lifeMs) {
      return (await ask("SET", () => redis.add(prefix + key, mark + value, life(lifeMs)))) === "OK";
    },
    async replace(key, expected, value, lifeMs) {
      const next = value === undefined ? [] : [mark + value, String(life(lifeMs))];
      const args = [mark + expected, ...next];
      return Number(await ask("EVAL", () => redis.eval(replaceScript, prefix + key, args))) === 1;
    },
    async take(key, most, windowMs) {
      const args = [String(most), String(life(windowMs))];
      const waitMs = Number(
        await ask("EVAL", () => redis.eval(takeScript, `${prefix}window:${key}`, args)),
      );
      return waitMs === 0 ? undefined : waitMs;
    },
    async check() {
      // Hosted Redis services often refuse INFO.
      const info = await ask("EVAL", () => redis.eval(policyScript, `${prefix}check`, [])).catch(
        () => undefined,
      );
      const policy = evictingPolicy(info);
      return policy === undefined
        ? undefined
        : `Redis evicts keys when its memory is full (maxmemory-policy ${policy}), so an evicted attempt can be charged twice. Set maxmemory-policy noeviction.`;
    },
    async now() {
      const time = await ask("EVAL", () => redis.eval(timeScript, `${prefix}clock`, []));
      const [seconds, microseconds] = (Array.isArray(time) ? time : []).map(Number);
      return Number(seconds) * 1_000 + Number(microseconds) / 1_000;
    },
  };
}
