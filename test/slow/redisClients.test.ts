import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Cluster, Redis as IoRedis } from "ioredis";
import { redisStore, type RedisClient } from "react-easel/server";
import { describeStore } from "react-easel/testing";
import { createClient, createClientPool, createCluster, createSentinel } from "redis";
import { afterAll, describe, expect, test } from "vitest";
import { findFreePort } from "../../scripts/findFreePort.mjs";
import { startRedis } from "../../scripts/redis.mjs";

const quiet = (): void => undefined;
const closers: (() => unknown)[] = [];

afterAll(async () => {
  for (const close of closers.toReversed()) await close();
});

async function start(more: readonly string[] = []) {
  const running = await startRedis(undefined, more);
  closers.push(running.stop);
  return running;
}

const { url, port } = await start();
const cluster = await start([
  "--cluster-enabled",
  "yes",
  "--cluster-port",
  String(await findFreePort()),
  "--cluster-announce-ip",
  "127.0.0.1",
]);
const admin = createClient({ url: cluster.url });
await admin.on("error", quiet).connect();
await admin.sendCommand(["CLUSTER", "ADDSLOTSRANGE", "0", "16383"]);
while (!(await admin.sendCommand<string>(["CLUSTER", "INFO"])).includes("cluster_state:ok")) {
  await new Promise((resolve) => setTimeout(resolve, 20));
}
admin.destroy();

const folder = await mkdtemp(join(tmpdir(), "easel-sentinel-"));
closers.push(() => rm(folder, { recursive: true, force: true }));
const config = join(folder, "sentinel.conf");
writeFileSync(config, `sentinel monitor main 127.0.0.1 ${port} 1\n`);
// startRedis can't start a sentinel, which takes its config file as the first argument and doesn't accept --save.
async function startSentinel(): Promise<number> {
  const own = await findFreePort();
  const path = process.env["REDIS_SERVER_PATH"] ?? "redis-server";
  const server = spawn(path, [config, "--sentinel", "--port", String(own)], { stdio: "ignore" });
  closers.push(() => server.kill("SIGKILL"));
  const probe = createClient({ url: `redis://127.0.0.1:${own}` });
  await probe.on("error", quiet).connect();
  probe.destroy();
  return own;
}

const sentinelPort = await startSentinel();
const node = { host: "127.0.0.1", port: sentinelPort };

/** Clients as apps create them: not yet connected, unless the library connects automatically. */
const clients: Readonly<Record<string, () => RedisClient & { destroy?(): unknown }>> = {
  "createClient, not connected": () => createClient({ url }),
  "createClientPool, not connected": () => createClientPool({ url }),
  "createCluster, not connected": () => createCluster({ rootNodes: [{ url: cluster.url }] }),
  "createSentinel, not connected": () =>
    createSentinel({ name: "main", sentinelRootNodes: [node] }),
  ioredis: () => new IoRedis(url),
  "ioredis, lazyConnect": () => new IoRedis(url, { lazyConnect: true }),
  "ioredis, no offline queue": () =>
    new IoRedis(url, { lazyConnect: true, enableOfflineQueue: false }),
  "ioredis, sentinels": () => new IoRedis({ sentinels: [node], name: "main" }),
  "ioredis Cluster": () => new Cluster([{ host: "127.0.0.1", port: cluster.port }]),
  "ioredis Cluster, lazyConnect": () =>
    new Cluster([{ host: "127.0.0.1", port: cluster.port }], { lazyConnect: true }),
};

for (const [name, create] of Object.entries(clients)) {
  describeStore(
    `redisStore on ${name}`,
    async () => {
      const client = create();
      closers.push(() =>
        "disconnect" in client ? (client as IoRedis).disconnect() : client.destroy?.(),
      );
      const store = redisStore(client);
      // Connects first, because connecting could take longer than the contract's windows.
      await store.get("first");
      return store;
    },
    { describe, test },
  );
}

test("rejects in time without ending the process if a client can't connect", async () => {
  const closed = `redis://127.0.0.1:${await findFreePort()}`;
  for (const client of [
    createClient({ url: closed }),
    new IoRedis(closed, { lazyConnect: true }),
  ]) {
    if (client instanceof IoRedis) client.on("error", quiet);
    closers.push(() => ("destroy" in client ? client.destroy() : client.disconnect()));
    await expect(redisStore(client, { timeoutMs: 200 }).get("key")).rejects.toThrow(
      /within 200 ms/,
    );
  }
});

test("never reopens a client that the app has closed", async () => {
  const client = createClient({ url });
  const store = redisStore(client, { timeoutMs: 200 });
  expect(await store.add(crypto.randomUUID(), "value", 5_000)).toBe(true);
  client.destroy();
  await expect(store.get("key")).rejects.toThrow(/within 200 ms/);
  expect(client.isOpen).toBe(false);
});
