// Runs one instance of an app and prints its handler's port: node scripts/redisInstance.mjs
// '{"redis":…,"prefix":…,"upstream":…,"aheadMs":0}'
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import { createClient } from "redis";
import { createServer as createVite } from "vite";

const { redis, prefix, upstream, aheadMs } = JSON.parse(process.argv[2]);

// Moves the clock ahead, to simulate a later instance without waiting.
const { now } = Date;
Date.now = () => now() + aheadMs;

const vite = await createVite({
  root: fileURLToPath(new URL("..", import.meta.url)),
  server: { middlewareMode: true, ws: false, watch: null },
  configFile: false,
  appType: "custom",
  optimizeDeps: { noDiscovery: true, include: [] },
  logLevel: "error",
});
const [{ createHandler, redisStore, segmind }, { catalog }, { toNodeListener }] = await Promise.all(
  ["server", "models", "server/node"].map((path) => vite.ssrLoadModule(`/src/exports/${path}.ts`)),
);

const handler = createHandler({
  backend: segmind({ apiKey: "SG_0123456789abcdef", baseUrl: upstream }),
  models: catalog,
  authorize: () => ({ userId: "ada" }),
  secret: "a secret for tests of 32 bytes or more",
  store: redisStore(await createClient({ url: redis }).connect(), { prefix }),
});
const server = createServer(toNodeListener(handler));
server.listen(0, "127.0.0.1", () => console.log(server.address().port));
