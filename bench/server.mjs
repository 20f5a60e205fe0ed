// Measures the handler's cost, as ratios within one run on this machine: node bench/server.mjs. Measures cached and
// uncached status responses per second, compared with a bare node:http proxy and published proxies; the requests and
// delay of 40 browsers that watch 5 jobs; memory while 50 clients load images, and after thousands of jobs; and how
// long the most expensive requests block the event loop.
import { fork } from "node:child_process";
import { once } from "node:events";
import { Agent, createServer, request } from "node:http";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { fileURLToPath } from "node:url";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { largeRequests } from "./largeRequests.mjs";
import { load } from "./load.mjs";

const apiKey = "SG_0123456789abcdef";
const connections = 32;
const rounds = 4;
const roundMs = 1_500;

setFlagsFromString("--expose-gc");
const pathOf = (path) => fileURLToPath(new URL(path, import.meta.url));
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const mean = (numbers) => numbers.reduce((a, b) => a + b, 0) / numbers.length;
const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

const listen = async (listener) => {
  const server = createServer(listener).listen(0, "127.0.0.1");
  // A busy machine may stall for longer than the default timeout of five seconds.
  server.keepAliveTimeout = 60_000;
  await once(server, "listening");
  return server.address().port;
};

const { createHandler, segmind, toNodeListener, nodeFetch, memoryStore, catalog } = await load(
  "server",
  "node",
  "models",
);

const surroundings = fork(pathOf("surroundings.mjs"));
const [{ port: upstreamPort, jobMs }] = await once(surroundings, "message");
const upstream = `http://127.0.0.1:${upstreamPort}`;
const order = async (name, about) => {
  surroundings.send([name, about]);
  const [answer] = await once(surroundings, "message");
  return answer;
};
const peers = fork(pathOf("peers.mjs"), [String(upstreamPort), apiKey]);
const [{ hono, fal }] = await once(peers, "message");

const upstreamAgent = new Agent({ keepAlive: true, maxSockets: connections });
const forward = await listen((incoming, outgoing) => {
  const asked = { port: upstreamPort, host: "127.0.0.1", path: incoming.url };
  request({ ...asked, agent: upstreamAgent, headers: { "x-api-key": apiKey } }, (answer) => {
    outgoing.writeHead(answer.statusCode, answer.headers);
    answer.pipe(outgoing);
  }).end();
});

const mount = (options, service = {}) =>
  listen(
    toNodeListener(
      createHandler({
        backend: segmind({ apiKey, baseUrl: upstream, assetOrigins: [upstream], ...service }),
        models: catalog,
        authorize: () => ({ userId: "ada" }),
        secret: "a secret of thirty-two bytes or more",
        ...options,
      }),
    ),
  );
const asFastAsCanBe = { pollDelay: () => 0 };
const [cached, byFetch, byNode] = [
  await mount({}, { fetch: nodeFetch() }),
  await mount(asFastAsCanBe),
  await mount(asFastAsCanBe, { fetch: nodeFetch() }),
];

const submit = async (port) => {
  const response = await fetch(`http://127.0.0.1:${port}/api/easel/v2/sdxl-torch`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ prompt: "a lighthouse" }),
  });
  return (await response.json()).request_id;
};
const statusPath = (ticket) => `/api/easel/v2/requests/${ticket}/status`;

/** Returns the requests per job and the mean delay when 40 browsers watch 5 jobs. */
async function watchJobs() {
  const delays = [];
  const pollsBefore = await order("countPolls");
  const watch = async (ticket, begunAt, afterMs) => {
    await sleep(afterMs);
    for (;;) {
      const response = await fetch(`http://127.0.0.1:${cached}${statusPath(ticket)}`);
      const { status } = await response.json();
      if (status === "COMPLETED") break;
      await sleep(Number(response.headers.get("retry-after-ms")));
    }
    delays.push(Date.now() - begunAt - jobMs);
  };
  const browsers = [];
  for (let job = 0; job < 5; job += 1) {
    const ticket = await submit(cached);
    const begunAt = Date.now();
    for (let browser = 0; browser < 8; browser += 1) {
      browsers.push(watch(ticket, begunAt, 1_500 + browser * 400));
    }
    await sleep(200);
  }
  await Promise.all(browsers);
  const polls = (await order("countPolls")) - pollsBefore;
  return { pollsAJob: polls / 5, delayMs: mean(delays) };
}

/** Returns the increase in memory, in MB, while 50 clients load images of the given size. */
async function growth(bytes) {
  const address = encodeURIComponent(`${upstream}/image/${bytes}`);
  const url = `http://127.0.0.1:${cached}/api/easel/asset?url=${address}`;
  const before = process.memoryUsage.rss();
  let peak = before;
  const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 10);
  await order("loadImages", { url, clients: 50, times: Math.ceil(12e6 / bytes) });
  clearInterval(watch);
  return (peak - before) / 1e6;
}

const collectGarbage = runInNewContext("gc");
function memoryNow() {
  collectGarbage();
  const { heapUsed, rss } = process.memoryUsage();
  return { heap: heapUsed / 1e6, rss: rss / 1e6 };
}

/** Returns the memory after garbage collection, at the start and after every 2,500 jobs. */
async function sendJobs() {
  const finished = await mount(
    { store: memoryStore({ maxEntries: 20_000 }) },
    { fetch: nodeFetch() },
  );
  const found = [memoryNow()];
  for (let round = 0; round < 4; round += 1) {
    await order("runJobs", { base: `http://127.0.0.1:${finished}/api/easel/v2`, jobs: 2_500 });
    found.push(memoryNow());
  }
  return found;
}

/** Returns how long each large request blocks the event loop, in milliseconds: median of three, after a warm-up. */
async function measureHolds() {
  const port = await mount({}, { fetch: nodeFetch() });
  const holds = [];
  for (const name of Object.keys(largeRequests)) {
    const times = [];
    let answer;
    for (let round = 0; round < 4; round += 1) {
      const delay = monitorEventLoopDelay({ resolution: 1 });
      delay.enable();
      answer = await order("sendLarge", { base: `http://127.0.0.1:${port}/api/easel`, name });
      // Waits another turn, so that a block at the end is measured.
      await sleep(5);
      delay.disable();
      times.push(delay.max / 1e6);
    }
    holds.push({ name, ms: median(times.slice(1)), ...answer });
  }
  return holds;
}

const holds = await measureHolds();
const watched = [await watchJobs(), await watchJobs()];
const filled = await sendJobs();

// The first load warms up the process.
const [firstGrowth, smallGrowth, largeGrowth] = [
  await growth(1.5e6),
  await growth(1.5e6),
  await growth(6e6),
];

// Uses as many jobs as connections, because polls of one job share one upstream request.
await order("measureRate", { port: forward, paths: ["/v2/requests/none/status"], ms: 1 });
const tickets = await Promise.all(Array.from({ length: connections }, () => submit(cached)));
const own = tickets.map(statusPath);
const bare = tickets.map((ticket) => `/v2/requests/${ticket.split("~")[1]}/status`);
const sides = [
  { name: "bare node:http forward", port: forward, paths: bare },
  { name: "cached status", port: cached, paths: own },
  { name: "uncached, nodeFetch()", port: byNode, paths: own },
  { name: "uncached, fetch", port: byFetch, paths: own },
  { name: "Hono with fetch", port: hono, paths: bare },
  { name: "@fal-ai/server-proxy 1.2.1 on Express", port: fal, paths: bare },
].map((side) => ({ ...side, rates: [] }));
for (let round = 0; round <= rounds; round += 1) {
  for (const { port, paths, rates } of sides) {
    rates.push(await order("measureRate", { port, paths, ms: roundMs }));
  }
}

const [{ rates: bareRates }] = sides;
console.log("status responses per second, × a bare node:http forward (median ratio of all rounds)");
for (const { name, rates } of sides) {
  // The first round warms up the compilers.
  const ratio = median(rates.map((rate, round) => rate / bareRates[round]).slice(1));
  console.log(`  ${name.padEnd(40)} ${ratio.toFixed(2)}`);
}
for (const [index, { pollsAJob, delayMs }] of watched.entries()) {
  console.log(`40 browsers on 5 jobs of ${jobMs / 1000} s, ${index === 0 ? "without observations of the model" : "after 5 such jobs"}
  upstream requests per job                ${pollsAJob.toFixed(1)}
  mean delay until the end is detected     ${delayMs.toFixed(0)} ms`);
}
console.log("memory after garbage collection, with a store of 20,000 entries");
for (const [round, { heap, rss }] of filled.entries()) {
  console.log(
    `  after ${String(round * 2_500).padStart(6)} jobs                       ${heap.toFixed(1)} MB of heap, ${rss.toFixed(0)} MB in total`,
  );
}
console.log(`50 clients load images: memory increases by
  1.5 MB each, for the first time          ${firstGrowth.toFixed(0)} MB
  1.5 MB each                              ${smallGrowth.toFixed(0)} MB
  6 MB each                                ${largeGrowth.toFixed(0)} MB`);
console.log("longest block of the event loop by one request, with its response");
for (const { name, ms, status, bytes } of holds.toSorted((a, b) => b.ms - a.ms)) {
  console.log(`  ${name.padEnd(40)} ${ms.toFixed(0).padStart(4)} ms   ${status}, ${bytes} bytes`);
}
surroundings.kill();
peers.kill();
process.exit(0);
