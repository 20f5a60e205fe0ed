import { OwnError } from "../ownError.ts";
import type { Store } from "./store.ts";

/** A client of the `redis` package (node-redis 4 and later), made by `createClient`. */
export interface NodeRedisClient {
  readonly isReady: boolean;
  sendCommand(args: string[]): Promise<unknown>;
}

/** A client of the `ioredis` package, also its `Cluster`. */
export interface IoRedisClient {
  readonly status: string;
  call(command: string, ...args: string[]): Promise<unknown>;
}

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

function checkClient(client: unknown): NodeRedisClient | IoRedisClient {
  const given = client as Partial<NodeRedisClient & IoRedisClient> | undefined;
  if (typeof given?.call === "function" || typeof given?.sendCommand === "function") {
    return given as NodeRedisClient | IoRedisClient;
  }
  throw new TypeError(
    'redisStore: the client has neither sendCommand nor call, so nothing could be kept in it. Pass a connected client: await createClient({ url }).connect() of "redis", or new Redis(url) of "ioredis".',
  );
}

/**
 * A store in Redis, for any number of instances. It takes the app's own client and leaves its connection to the app.
 *
 * All keys begin with `prefix`, and all of them expire: attempts after a day, jobs and their results after an hour, counts
 * after a minute. Each operation is one command on one key. It rejects when Redis does not answer in time or the client is
 * not connected.
 *
 * Redis must not evict keys that have not expired (`maxmemory-policy noeviction`), or attempts may be forgotten.
 *
 * @throws TypeError when the client is of neither package
 *
 * @example
 * import { createClient } from "redis";
 *
 * const client = createClient({ url: process.env.REDIS_URL! }).on("error", console.error);
 * await client.connect();
 * const handler = createHandler({ ...options, store: redisStore(client) });
 */
export function redisStore(
  client: NodeRedisClient | IoRedisClient,
  { prefix = "easel:", timeoutMs = 2_000 }: RedisStoreOptions = {},
): Store {
  const redis = checkClient(client);
  const isReady = (): boolean => ("call" in redis ? redis.status === "ready" : redis.isReady);
  const send = (args: string[]): Promise<unknown> => {
    const [command = "", ...rest] = args;
    return "call" in redis ? redis.call(command, ...rest) : redis.sendCommand(args);
  };

  /** Clients keep commands for when they are connected again. By then nobody waits for them any more, so none is given. */
  async function whenReady(isLate: () => boolean): Promise<void> {
    while (!isReady() && !isLate()) {
      await new Promise((resolve) => setTimeout(resolve, readyStepMs));
    }
  }

  async function ask(...args: string[]): Promise<unknown> {
    let late = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const timeout = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        late = true;
        reject(new OwnError(`Redis did not answer within ${timeoutMs} ms.`));
      }, timeoutMs);
    });
    const answer = async (): Promise<unknown> => {
      if (!isReady()) await whenReady(() => late);
      return late ? undefined : send(args);
    };
    try {
      return await Promise.race([answer(), timeout]);
    } finally {
      clearTimeout(timer);
    }
  }

  const life = (ms: number): string => String(Math.max(1, Math.ceil(ms)));

  return {
    lasting: true,
    async get(key) {
      const value = await ask("GET", prefix + key);
      return typeof value === "string" ? value : undefined;
    },
    async add(key, value, lifeMs) {
      return (await ask("SET", prefix + key, value, "NX", "PX", life(lifeMs))) === "OK";
    },
    async replace(key, expected, value, lifeMs) {
      const next = value === undefined ? [] : [value, life(lifeMs)];
      const done = await ask("EVAL", replaceScript, "1", prefix + key, expected, ...next);
      return Number(done) === 1;
    },
    async take(key, most, windowMs) {
      const window = [String(most), life(windowMs)];
      const waitMs = Number(await ask("EVAL", takeScript, "1", prefix + key, ...window));
      return waitMs === 0 ? undefined : waitMs;
    },
  };
}
