// Loads two instances of an app with one Redis for five minutes of real time: node bench/soak.mjs [minutes]. 1,000
// browsers watch 200 jobs, three in five by polling and two in five by event streams, while one in twenty service
// calls fails. Each job must end with its result and be charged once, no browser may be rejected, and memory must stay
// level. Requires a redis-server: node scripts/redis.mjs
import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { startRedis } from "../scripts/redis.mjs";
import { load } from "./load.mjs";

const minutes = Number(process.argv[2] ?? 5);
const requestsPerMinute = 1_000;
const apiKey = "SG_0123456789abcdef";

await load("server", "node", "models", "sandbox");

const forkHere = (file, ...args) => fork(fileURLToPath(new URL(file, import.meta.url)), args);
const redis = await startRedis();
const service = forkHere("soakService.mjs", apiKey, String(requestsPerMinute));
const [{ port: servicePort }] = await once(service, "message");

const options = { apiKey, servicePort, redisUrl: redis.url, requestsPerMinute };
const instances = ["first", "second"].map(() =>
  forkHere("soakHandler.mjs", JSON.stringify(options)),
);
const ports = (await Promise.all(instances.map((instance) => once(instance, "message")))).map(
  ([{ port }]) => port,
);

async function measure(label) {
  const measured = instances.map(async (instance) => {
    instance.send("measure");
    const [state] = await once(instance, "message");
    return state;
  });
  return { label, states: await Promise.all(measured) };
}

const watchers = forkHere("soakWatchers.mjs", ports.join(","), String(minutes));
const begunAt = Date.now();
const memory = [await measure("at the start")];
const everyFifth = setInterval(
  () => {
    const label = `after ${Math.round((Date.now() - begunAt) / 6_000) / 10} min`;
    void measure(label).then((state) => memory.push(state));
  },
  (minutes * 60_000) / 5,
);
const [outcome] = await once(watchers, "message");
clearInterval(everyFifth);
watchers.kill();
memory.push(await measure("after all jobs ended"));
for (const instance of instances) instance.kill();

service.send("log");
const [log] = await once(service, "message");
service.kill();

await redis.stop();

const counts = {};
for (const { counts: own } of memory.at(-1).states) {
  for (const [name, count] of Object.entries(own)) counts[name] = (counts[name] ?? 0) + count;
}
const lines = (entries) =>
  entries.map(([name, value]) => `  ${name.padEnd(46)} ${value}`).join("\n");
const took = ((Date.now() - begunAt) / 60_000).toFixed(1);
const describeMemory = ({ heap, rss }) =>
  `${heap.toFixed(1)} MB of heap, ${rss.toFixed(0)} in total`;
console.log(`${took} minutes\n${lines(Object.entries(outcome))}
the service\n${lines(Object.entries(log))}
the events of both instances\n${lines(Object.entries(counts).toSorted(([a], [b]) => a.localeCompare(b)))}
memory of each instance, after garbage collection
${lines(memory.map(({ label, states }) => [label, states.map(describeMemory).join("; ")]))}`);

const [, first] = memory;
const last = memory.at(-1);
const lost = outcome.jobs - outcome["jobs with their result"];
const missed = outcome.watchers - outcome["watchers that saw the end"];
const checks = {
  [`${lost} jobs were lost`]: lost === 0,
  [`${missed} watchers didn't see the end`]: missed === 0,
  [`${log["attempts charged twice"]} attempts were charged twice`]:
    log["attempts charged twice"] === 0,
  [`${outcome["unknown attempts sent again"]} unknown attempts were sent again`]:
    outcome["unknown attempts sent again"] === 0,
  [`${outcome["429 caused by others"]} browsers were rejected because of other users`]:
    outcome["429 caused by others"] === 0,
  [`${counts["error store"] ?? 0} store calls failed`]: !counts["error store"],
  "one in twenty calls failed": log["injected failures, in %"] > 3,
  "memory is flat": last.states.every(({ heap }, index) => heap < first.states[index].heap + 8),
};
for (const [name, holds] of Object.entries(checks)) {
  console.log(`${holds ? "passed" : "FAILED"} ${name}`);
}
process.exitCode = Object.values(checks).every(Boolean) ? 0 : 1;
