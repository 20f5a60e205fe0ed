// One instance of the soak test's app: a node:http handler with the shared Redis.
import { once } from "node:events";
import { createServer } from "node:http";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { createClient } from "redis";
import { loadBuilt } from "./load.mjs";

const { apiKey, servicePort, redisUrl, requestsPerMinute } = JSON.parse(process.argv[2]);

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc");
const { createHandler, segmind, redisStore, toNodeListener, nodeFetch, catalog } = await loadBuilt(
  "server",
  "node",
  "models",
);

const counts = {};
const handler = createHandler({
  backend: segmind({ apiKey, baseUrl: `http://127.0.0.1:${servicePort}`, fetch: nodeFetch() }),
  models: catalog,
  authorize: (request) => ({ userId: request.headers.get("x-user") ?? "" }),
  secret: "a secret of thirty-two bytes or more",
  store: redisStore(await createClient({ url: redisUrl }).on("error", console.error).connect()),
  limits: {
    requestsPerMinute: 300,
    jobsAtOnce: 4,
    upstreamRequestsPerMinute: requestsPerMinute,
  },
  onEvent({ type, call, code, status, where }) {
    const name = [type, call, status, code, where].filter(Boolean).join(" ");
    counts[name] = (counts[name] ?? 0) + 1;
  },
});
const server = createServer(toNodeListener(handler)).listen(0, "127.0.0.1");
await once(server, "listening");

process.on("message", () => {
  collectGarbage();
  const { heapUsed, rss } = process.memoryUsage();
  process.send({ counts, heap: heapUsed / 1e6, rss: rss / 1e6 });
});
process.send({ port: server.address().port });
