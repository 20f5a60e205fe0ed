// A handler on node:http under load for five minutes of real time: node bench/soak.mjs [minutes]
//
// 200 jobs are watched by 1,000 browsers, three of five by polls and two by event streams, while one in twenty of the calls
// to the service goes wrong. Each job must end with its result, none may be paid for twice, no browser may be turned away,
// and memory must stay where it was.
import { fork } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { load } from "./load.mjs";

const minutes = Number(process.argv[2] ?? 5);
const requestsPerMinute = 1_000;
const apiKey = "SG_0123456789abcdef";

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc");
const { createHandler, segmind, toNodeListener, nodeFetch, catalog } = await load(
  "server",
  "node",
  "models",
);

const pathOf = (path) => fileURLToPath(new URL(path, import.meta.url));
const service = fork(pathOf("soakService.mjs"), [apiKey, String(requestsPerMinute)]);
const [{ port: servicePort }] = await once(service, "message");

const counts = {};
const count = (name) => (counts[name] = (counts[name] ?? 0) + 1);
const server = createServer(
  toNodeListener(
    createHandler({
      backend: segmind({
        apiKey,
        baseUrl: `http://127.0.0.1:${servicePort}`,
        fetch: nodeFetch(),
      }),
      models: catalog,
      authorize: (request) => ({ userId: request.headers.get("x-user") ?? "" }),
      secret: "a secret of thirty-two bytes or more",
      limits: {
        requestsPerMinute: 300,
        jobsAtOnce: 2,
        upstreamRequestsPerMinute: requestsPerMinute,
      },
      onEvent({ type, call, code, status }) {
        count([type, call, status, code].filter(Boolean).join(" "));
      },
    }),
  ),
).listen(0, "127.0.0.1");
await once(server, "listening");

const memory = [];
function measureMemory(label) {
  collectGarbage();
  const { heapUsed, rss } = process.memoryUsage();
  memory.push({ label, heap: heapUsed / 1e6, rss: rss / 1e6 });
}

const watchers = fork(pathOf("soakWatchers.mjs"), [String(server.address().port), String(minutes)]);
const begunAt = Date.now();
measureMemory("at the start");
const everyMinute = setInterval(
  () => measureMemory(`after ${Math.round((Date.now() - begunAt) / 6_000) / 10} min`),
  (minutes * 60_000) / 5,
);
const [outcome] = await once(watchers, "message");
clearInterval(everyMinute);
watchers.kill();
measureMemory("when all had ended");

service.send("log");
const [log] = await once(service, "message");
service.kill();

const lines = (entries) =>
  entries.map(([name, value]) => `  ${name.padEnd(46)} ${value}`).join("\n");
const took = ((Date.now() - begunAt) / 60_000).toFixed(1);
console.log(`${took} minutes\n${lines(Object.entries(outcome))}
the service\n${lines(Object.entries(log))}
the handler's events\n${lines(Object.entries(counts).toSorted(([a], [b]) => a.localeCompare(b)))}
memory of the handler's process, after garbage collection
${lines(memory.map(({ label, heap, rss }) => [label, `${heap.toFixed(1)} MB of heap, ${rss.toFixed(0)} MB in all`]))}`);

const [, first] = memory;
const last = memory.at(-1);
const checks = {
  "every job ended with its result": outcome["jobs with their result"] === outcome.jobs,
  "every watcher heard of the end": outcome["watchers that heard of it"] === outcome.watchers,
  "no attempt was paid for twice": log["attempts paid for twice"] === 0,
  "an unknown attempt was never sent again": outcome["unknown attempts that were sent again"] === 0,
  "no browser was turned away with 429": outcome["answers of 429"] === 0,
  "one in twenty calls went wrong": log["made to go wrong, in %"] > 3,
  "memory is flat": last.heap < first.heap + 8,
};
for (const [name, held] of Object.entries(checks))
  console.log(`${held ? "holds " : "FAILED"} ${name}`);
server.closeAllConnections();
server.close();
process.exitCode = Object.values(checks).every(Boolean) ? 0 : 1;
