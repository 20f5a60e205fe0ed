/** Client from the `redis` package, version 4 or later. A client pool has no `isReady`. */
interface NodeRedisClient {
  readonly isOpen?: boolean;
  readonly isReady?: boolean;
  connect?(): Promise<unknown>;
  on?(event: "error", listener: () => void): unknown;
  sendCommand(args: string[]): Promise<unknown>;
}

interface NodeRedisCluster extends Omit<NodeRedisClient, "sendCommand"> {
  readonly nodeClient: unknown;
  sendCommand(firstKey: string, isReadonly: boolean, args: string[]): Promise<unknown>;
}

interface NodeRedisSentinel extends Omit<NodeRedisClient, "sendCommand"> {
  readonly getMasterNode: unknown;
  sendCommand(isReadonly: boolean, args: string[]): Promise<unknown>;
}

interface IoRedisClient {
  readonly status: string;
  connect?(): Promise<unknown>;
  call(command: string, ...args: string[]): Promise<unknown>;
}

interface UpstashClient {
  readonly createScript: unknown;
  get(key: string): Promise<unknown>;
  set(key: string, value: string, options: { nx: true; px: number }): Promise<unknown>;
  eval(script: string, keys: string[], args: string[]): Promise<unknown>;
}

export type RedisClient =
  | NodeRedisClient
  | NodeRedisCluster
  | NodeRedisSentinel
  | IoRedisClient
  | UpstashClient;

type RedisConnection = ReturnType<typeof overCommands>;

const ignore = (): void => undefined;

interface Connecting {
  readonly isReady: () => boolean;
  readonly open: () => void;
}

type Send = (key: string, args: readonly [string, ...string[]]) => Promise<unknown>;

const overCommands = (connecting: Connecting, send: Send) => ({
  ...connecting,
  get: (key: string) => send(key, ["GET", key]),
  add: (key: string, value: string, lifeMs: number) =>
    send(key, ["SET", key, value, "NX", "PX", String(lifeMs)]),
  eval: (script: string, key: string, args: readonly string[]) =>
    send(key, ["EVAL", script, "1", key, ...args]),
  /** Prefix for every value. Without it, some clients parse values that look like JSON. */
  mark: "",
});

function connectIoRedis(client: IoRedisClient): RedisConnection {
  const connecting: Connecting = {
    isReady: () => client.status === "ready",
    // With `lazyConnect`, ioredis connects on the first command, but this store sends commands only to a ready client.
    open: () => void (client.status === "wait" && client.connect?.().catch(ignore)),
  };
  return overCommands(connecting, (_, [command, ...args]) => client.call(command, ...args));
}

const retryMs = 1_000;

/** Connections by client. Stores that share a client must connect it only once. */
const nodeRedisConnections = new WeakMap<object, RedisConnection>();

function connectNodeRedis(
  client: NodeRedisClient | NodeRedisCluster | NodeRedisSentinel,
): RedisConnection {
  const known = nodeRedisConnections.get(client);
  if (known) return known;
  let wasReady = false;
  let hasListener = false;
  let isConnecting = false;
  let retryAt = 0;

  async function connect(): Promise<void> {
    isConnecting = true;
    try {
      await client.connect?.();
    } catch {}
    isConnecting = false;
    retryAt = performance.now() + retryMs;
  }

  const connecting: Connecting = {
    isReady() {
      const isReady = client.isReady ?? client.isOpen ?? true;
      wasReady ||= isReady;
      return isReady;
    },
    open() {
      // If the client was ready before, the app has closed it, so it isn't connected again.
      if (client.isOpen !== false || wasReady) return;
      if (isConnecting || performance.now() < retryAt) return;
      // Without an `error` listener, a connection error would crash the process.
      if (!hasListener) client.on?.("error", ignore);
      hasListener = true;
      void connect();
    },
  };
  const connection = overCommands(connecting, (key, args) => {
    if ("nodeClient" in client) return client.sendCommand(key, false, [...args]);
    if ("getMasterNode" in client) return client.sendCommand(false, [...args]);
    return client.sendCommand([...args]);
  });
  nodeRedisConnections.set(client, connection);
  return connection;
}

const connectUpstash = (client: UpstashClient): RedisConnection => ({
  isReady: () => true,
  open: ignore,
  get: (key) => client.get(key),
  add: (key, value, px) => client.set(key, value, { nx: true, px }),
  eval: (script, key, args) => client.eval(script, [key], [...args]),
  mark: "=",
});

const has = <Name extends string>(value: unknown, name: Name): value is Record<Name, unknown> =>
  typeof value === "object" && value !== null && name in value;

export function connectRedis(client: RedisClient): RedisConnection {
  if (has(client, "call") && has(client, "status")) return connectIoRedis(client);
  if (has(client, "sendCommand")) return connectNodeRedis(client);
  if (has(client, "createScript") && has(client, "eval")) return connectUpstash(client);
  const what = has(client, "then")
    ? "the client is a promise. Await it before you pass it"
    : 'this isn\'t a supported Redis client, so nothing can be stored. Pass a client from "redis" 4 or later (createClient({ url }), createClientPool, createCluster, createSentinel), "ioredis" (new Redis(url), new Cluster(nodes)), or "@upstash/redis" (Redis.fromEnv())';
  throw new TypeError(`redisStore: ${what}.`);
}
