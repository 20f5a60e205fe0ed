// What the handler costs, as ratios of one run on this machine: node bench/server.mjs
//
// Status answers a second, from the cache and through to upstream, beside a bare node:http forward of the same request;
// and how many requests upstream 40 browsers cost that watch 5 jobs, and how soon they hear of the end.
import { once } from "node:events";
import { Agent, createServer, request } from "node:http";
import { fileURLToPath } from "node:url";
import { isMainThread, parentPort, Worker } from "node:worker_threads";

const apiKey = "SG_0123456789abcdef";
const jobMs = 8_000;
const measureMs = 3_000;
const connections = 32;

const listen = async (listener) => {
  const server = createServer(listener).listen(0, "127.0.0.1");
  await once(server, "listening");
  return server.address().port;
};

/**
 * What stands around the server under test, on another thread: the service, whose jobs are completed by the clock, and
 * those who ask.
 */
async function surround() {
  const ends = new Map();
  const looks = new Map();
  let isMeasuring = false;
  const port = await listen((incoming, outgoing) => {
    incoming.resume();
    outgoing.setHeader("content-type", "application/json");
    if (incoming.method === "POST") {
      const id = crypto.randomUUID();
      // A job that is asked for as fast as can be runs on.
      ends.set(id, isMeasuring ? Infinity : Date.now() + jobMs);
      outgoing.end(JSON.stringify({ request_id: id, status: "QUEUED" }));
      return;
    }
    const id = incoming.url.split("/")[3];
    looks.set(id, (looks.get(id) ?? 0) + 1);
    const status = Date.now() < ends.get(id) ? "PROCESSING" : "COMPLETED";
    outgoing.end(JSON.stringify({ status, request_id: id, metrics: { queue_time: 0.2 } }));
  });
  parentPort.on("message", async (order) => {
    isMeasuring = true;
    parentPort.postMessage(order === "looks" ? [...looks.values()] : await measure(order));
  });
  parentPort.postMessage(port);
}

const agent = new Agent({ keepAlive: true, maxSockets: connections });

function get(port, path) {
  return new Promise((resolve, reject) => {
    request({ port, path, agent, host: "127.0.0.1" }, (incoming) => {
      const chunks = [];
      incoming.on("data", (chunk) => chunks.push(chunk));
      incoming.on("end", () =>
        resolve({ headers: incoming.headers, body: JSON.parse(Buffer.concat(chunks)) }),
      );
    })
      .on("error", reject)
      .end();
  });
}

/** Answers a second, with one asker at each path at a time. */
async function measure({ port, paths }) {
  let answers = 0;
  const until = performance.now() + measureMs;
  const ask = async (path) => {
    while (performance.now() < until) {
      await get(port, path);
      answers += 1;
    }
  };
  await Promise.all(paths.map(ask));
  return (answers * 1000) / measureMs;
}

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

async function compare() {
  const { createServer: createVite } = await import("vite");
  const vite = await createVite({
    root: fileURLToPath(new URL("..", import.meta.url)),
    server: { middlewareMode: true, ws: false, watch: null },
    configFile: false,
    appType: "custom",
    optimizeDeps: { noDiscovery: true, include: [] },
    logLevel: "error",
  });
  const { createHandler, segmind } = await vite.ssrLoadModule("/src/server/index.ts");
  const { toNodeListener } = await vite.ssrLoadModule("/src/server/adapters/node.ts");
  const { catalog } = await vite.ssrLoadModule("/src/models/index.ts");

  const surroundings = new Worker(new URL(import.meta.url));
  const [upstreamPort] = await once(surroundings, "message");
  const order = async (what) => {
    surroundings.postMessage(what);
    const [answer] = await once(surroundings, "message");
    return answer;
  };
  const upstreamAgent = new Agent({ keepAlive: true, maxSockets: connections });
  const forward = await listen((incoming, outgoing) => {
    const asked = { port: upstreamPort, host: "127.0.0.1", path: incoming.url };
    request({ ...asked, agent: upstreamAgent, headers: { "x-api-key": apiKey } }, (answer) => {
      outgoing.writeHead(answer.statusCode, answer.headers);
      answer.pipe(outgoing);
    }).end();
  });
  const mount = (options) =>
    listen(
      toNodeListener(
        createHandler({
          backend: segmind({ apiKey, baseUrl: `http://127.0.0.1:${upstreamPort}` }),
          models: catalog,
          authorize: () => ({ userId: "ada" }),
          secret: "a secret of thirty-two bytes or more",
          ...options,
        }),
      ),
    );
  const [cached, through] = [await mount({}), await mount({ pollDelay: () => 0 })];
  const submit = async (port) => {
    const response = await fetch(`http://127.0.0.1:${port}/api/easel/v2/sdxl-torch`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ prompt: "a lighthouse" }),
    });
    return (await response.json()).request_id;
  };
  const statusPath = (ticket) => `/api/easel/v2/requests/${ticket}/status`;

  // Upstream's requests a job, and how soon a browser hears of the end.
  const delays = [];
  const watch = async (ticket, begunAt, afterMs) => {
    await sleep(afterMs);
    for (;;) {
      const { headers, body } = await get(cached, statusPath(ticket));
      if (body.status === "COMPLETED") break;
      await sleep(Number(headers["retry-after-ms"]));
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
  const looks = await order("looks");
  const meanDelay = delays.reduce((sum, delay) => sum + delay, 0) / delays.length;

  // As many jobs as connections, because looks at one job are one look upstream.
  const tickets = [];
  for (let job = 0; job < connections; job += 1) tickets.push(await submit(through));
  const sides = [
    {
      port: forward,
      paths: tickets.map((ticket) => `/v2/requests/${ticket.split("~")[1]}/status`),
    },
    { port: cached, paths: tickets.map(statusPath) },
    { port: through, paths: tickets.map(statusPath) },
  ];
  const rates = [0, 0, 0];
  for (let round = 0; round < 3; round += 1) {
    for (const [index, side] of sides.entries()) {
      rates[index] = Math.max(rates[index], await order(side));
    }
  }
  const [bare, fromCache, fromUpstream] = rates;

  console.log(`status from the cache      ${(fromCache / bare).toFixed(2)} × a bare node:http forward
status through to upstream ${(fromUpstream / bare).toFixed(2)} × a bare node:http forward
40 browsers on 5 jobs of ${jobMs / 1000} s: ${(looks.reduce((a, b) => a + b) / 5).toFixed(1)} requests upstream a job, the end is heard of after ${meanDelay.toFixed(0)} ms (mean)`);
  process.exit(0);
}

await (isMainThread ? compare() : surround());
