// The soak test's browsers: 200 users with one job each, and five watchers per job.
import { createRandom } from "./workload.mjs";

const [, , portList, minutes] = process.argv;
const ports = portList.split(",");
const spanMs = Number(minutes) * 60_000;
const jobs = 200;
const random = createRandom(9);
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

const outcome = {
  jobs,
  watchers: jobs * 5,
  "jobs with their result": 0,
  "watchers that saw the end": 0,
  "unknown attempts": 0,
  "unknown attempts sent again": 0,
  "rejected attempts replaced by new ones": 0,
  "429 caused by the user's jobs": 0,
  "429 caused by others": 0,
  answers: 0,
};
const delays = { "jobs of 5 to 14 s": [], "jobs of minutes": [] };

let asked = 0;

/** Alternates between the instances, like a load balancer. */
async function ask(user, path, init = {}) {
  asked += 1;
  const response = await fetch(
    `http://127.0.0.1:${ports[asked % ports.length]}/api/easel/v2${path}`,
    {
      ...init,
      headers: { "x-user": user, ...init.headers },
    },
  );
  outcome.answers += 1;
  if (response.status === 429) {
    const { error } = await response.clone().json();
    outcome[
      /jobs? running/.test(error) ? "429 caused by the user's jobs" : "429 caused by others"
    ] += 1;
  }
  return response;
}

const pauseAfter = (response) =>
  sleep(Math.max(50, Number(response.headers.get("retry-after-ms") ?? 1_000)));

/** Submits like a user: repeats an unknown submit with its key, then starts a new attempt. */
async function submit(user, seconds) {
  for (let attempt = 0; ; attempt += 1) {
    const send = async () => {
      const response = await ask(user, "/sdxl-torch", {
        method: "POST",
        headers: { "content-type": "application/json", "idempotency-key": `${user}-${attempt}` },
        body: JSON.stringify({ prompt: `${user}, attempt ${attempt}, for ${seconds} seconds` }),
      });
      return [response, await response.json()];
    };
    const [response, body] = await send();
    if (response.ok) return body.request_id;
    if (body.charged !== "no") {
      outcome["unknown attempts"] += 1;
      const [, again] = await send();
      if (again.code !== "submit_unknown") outcome["unknown attempts sent again"] += 1;
    } else {
      outcome["rejected attempts replaced by new ones"] += 1;
      await pauseAfter(response);
    }
  }
}

async function poll(user, ticket) {
  for (;;) {
    const response = await ask(user, `/requests/${ticket}/status`);
    const { status } = await response.json();
    if (status === "COMPLETED") return;
    await pauseAfter(response);
  }
}

async function listen(user, ticket) {
  for (let lastId = ""; ;) {
    const response = await ask(user, `/requests/${ticket}/events`, {
      headers: lastId ? { "last-event-id": lastId } : {},
    });
    let text = "";
    for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) text += chunk;
    if (/"status":"COMPLETED"/.test(text)) return;
    lastId = Array.from(text.matchAll(/^id: (\d+)/gm)).at(-1)?.[1] ?? lastId;
    await sleep(2_000);
  }
}

async function fetchResult(user, ticket) {
  for (;;) {
    const response = await ask(user, `/requests/${ticket}`);
    const body = await response.json();
    if (body.status === "COMPLETED" && body.output) return;
    await pauseAfter(response);
  }
}

async function run(index, startMs, seconds) {
  const user = `user ${index}`.replace(" ", "-");
  await sleep(startMs);
  const ticket = await submit(user, seconds);
  const endsAt = Date.now() + seconds * 1_000;
  const watch = async (watcher) => {
    await sleep(watcher * 200);
    await (watcher < 3 ? poll(user, ticket) : listen(user, ticket));
    outcome["watchers that saw the end"] += 1;
    const kind = seconds < 15 ? "jobs of 5 to 14 s" : "jobs of minutes";
    delays[kind].push(Math.max(0, Date.now() - endsAt));
  };
  await Promise.all(Array.from({ length: 5 }, (_, watcher) => watch(watcher)));
  await fetchResult(user, ticket);
  outcome["jobs with their result"] += 1;
}

// Most jobs are long, so that nearly all watchers overlap.
await Promise.all(
  Array.from({ length: jobs }, (_, index) =>
    index % 5 === 4
      ? run(index, random() * spanMs * 0.9, 5 + Math.floor(random() * 10))
      : run(
          index,
          random() * Math.min(45_000, spanMs * 0.2),
          Math.floor(((0.35 + 0.4 * random()) * spanMs) / 1_000),
        ),
  ),
);
for (const [kind, found] of Object.entries(delays)) {
  const sorted = found.toSorted((a, b) => a - b);
  const mean = found.reduce((sum, delay) => sum + delay, 0) / found.length;
  const p95 = sorted[Math.floor(sorted.length * 0.95)];
  outcome[`${kind}: mean delay`] = `${(mean / 1_000).toFixed(1)} s`;
  outcome[`${kind}: 95 % within`] = `${(p95 / 1_000).toFixed(1)} s`;
}
process.send(outcome);
