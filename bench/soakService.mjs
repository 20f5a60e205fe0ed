// The soak test's service: the sandbox in real time on node:http. One in twenty calls fails.
import { once } from "node:events";
import { createServer } from "node:http";
import { createRequestListener } from "@remix-run/node-fetch-server";
import { loadBuilt } from "./load.mjs";
import { createRandom } from "./workload.mjs";

const [, , apiKey, requestsPerMinute] = process.argv;
const { createSandbox } = await loadBuilt("sandbox");

const chance = createRandom(5);
const faults = ["connection-reset", "server-error", "bad-gateway", "unavailable", "torn-json"];
// Rare, because a 429 pauses all polls.
const rare = "rate-limited";

const sandbox = createSandbox({
  apiKeys: [apiKey],
  credits: 1_000_000,
  now: () => Date.now(),
  requestsPerMinute: Number(requestsPerMinute),
  timing(_model, { prompt }) {
    const seconds = Number(/for (\d+) seconds/.exec(prompt)?.[1] ?? 8);
    return { queueMs: 1_000, runMs: seconds * 1_000 - 1_000 };
  },
  faults({ step }) {
    if (chance() >= 0.05) return undefined;
    if (step !== "submit" && chance() < 0.02) return rare;
    return faults[Math.floor(chance() * faults.length)];
  },
});

const server = createServer((incoming, outgoing) => {
  const listener = createRequestListener(async (request) => {
    try {
      return await sandbox.fetch(request);
    } catch {
      incoming.socket.destroy();
      return new Response();
    }
  });
  listener(incoming, outgoing);
}).listen(0, "127.0.0.1");
await once(server, "listening");
process.send({ port: server.address().port });

await once(process, "message");
const { log } = sandbox;
const of = (step) => log.filter((entry) => entry.step === step).length;
const paid = log.filter(({ billed }) => billed).map(({ body }) => body.prompt);
process.send({
  submits: of("submit"),
  statuses: of("status"),
  results: of("result"),
  "injected failures, in %":
    Math.round((1_000 * log.filter(({ fault }) => fault).length) / log.length) / 10,
  "429 from the rate limit": log.filter(({ status, fault }) => status === 429 && !fault).length,
  "injected 429": log.filter(({ fault }) => fault === rare).length,
  "attempts charged": new Set(paid).size,
  "attempts charged twice": paid.length - new Set(paid).size,
});
