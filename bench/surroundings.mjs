// Runs the service and the clients in a separate process. The service's jobs complete after a fixed time. Clients write
// raw bytes and only search for the response's end, so that the server is measured instead of the client.
import { once } from "node:events";
import { createServer } from "node:http";
import { connect } from "node:net";
import { largeRequests } from "./largeRequests.mjs";

const jobMs = 8_000;
const ends = new Map();
let polls = 0;
let areJobsDone = false;
let isMeasuring = false;

const service = createServer((incoming, outgoing) => {
  incoming.resume();
  const [, first, second, id] = incoming.url.split("/");
  if (first === "image") {
    outgoing.setHeader("content-type", "image/png");
    outgoing.end(Buffer.alloc(Number(second)));
    return;
  }
  outgoing.setHeader("content-type", "application/json");
  if (incoming.method === "POST") {
    const newId = crypto.randomUUID();
    // Jobs in the rate test never complete.
    ends.set(newId, isMeasuring ? Infinity : Date.now() + jobMs);
    outgoing.end(JSON.stringify({ request_id: newId, status: "QUEUED" }));
    return;
  }
  polls += 1;
  const isRunning = !areJobsDone && Date.now() < ends.get(id);
  const status = isRunning ? "PROCESSING" : "COMPLETED";
  outgoing.end(JSON.stringify({ status, request_id: id, metrics: { queue_time: 0.2 } }));
}).listen(0, "127.0.0.1");

const isWhole = (answer, headEnd) => {
  const length = /^content-length: (\d+)/im.exec(answer.slice(0, headEnd))?.[1];
  return length === undefined
    ? answer.endsWith("\r\n0\r\n\r\n")
    : answer.length >= headEnd + 4 + Number(length);
};

/** Requests a path in a loop until `goOn` returns false, and returns the number of responses. */
function ask(port, path, goOn) {
  return new Promise((resolve, reject) => {
    const request = `GET ${path} HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\naccept: application/json\r\n\r\n`;
    const socket = connect(port, "127.0.0.1", () => socket.write(request));
    let answers = 0;
    let answer = "";
    socket.on("error", reject).on("data", (chunk) => {
      answer += chunk.toString("latin1");
      const headEnd = answer.indexOf("\r\n\r\n");
      if (headEnd === -1 || !isWhole(answer, headEnd)) return;
      if (!answer.startsWith("HTTP/1.1 200")) {
        reject(new Error(`${path} returned ${answer.slice(0, 400)}`));
        return;
      }
      answers += 1;
      answer = "";
      if (goOn()) {
        socket.write(request);
      } else {
        socket.destroy();
        resolve(answers);
      }
    });
  });
}

/** Returns the responses per second, with one client for each path. */
async function measureRate({ port, paths, ms }) {
  isMeasuring = true;
  const start = performance.now();
  const counts = await Promise.all(
    paths.map((path) => ask(port, path, () => performance.now() - start < ms)),
  );
  return (counts.reduce((a, b) => a + b) * 1000) / (performance.now() - start);
}

/** Loads an image several times at full speed in each client. */
async function loadImages({ url, clients, times }) {
  const load = async () => {
    for (let time = 0; time < times; time += 1) {
      const answer = await fetch(url);
      for await (const chunk of answer.body) chunk.fill(0);
    }
  };
  await Promise.all(Array.from({ length: clients }, load));
}

/** Runs jobs from submit to result, 20 at a time. Each is completed at its first poll. */
async function runJobs({ base, jobs }) {
  areJobsDone = true;
  let left = jobs;
  const headers = { "content-type": "application/json" };
  const runOne = async () => {
    const body = JSON.stringify({ prompt: `a lighthouse, number ${left}` });
    const submitted = await fetch(`${base}/sdxl-torch`, { method: "POST", headers, body });
    const { request_id: id } = await submitted.json();
    for (const path of [`${id}/status`, id]) {
      const answer = await fetch(`${base}/requests/${path}`);
      const { status } = await answer.json();
      if (status !== "COMPLETED") throw new Error(`Expected a completed job, not ${status}`);
    }
    ends.delete(id.split("~")[1]);
  };
  const runSome = async () => {
    while (left-- > 0) await runOne();
  };
  await Promise.all(Array.from({ length: 20 }, runSome));
  areJobsDone = false;
}

async function sendLarge({ base, name }) {
  const { path, headers, body } = largeRequests[name]();
  const answer = await fetch(base + path, { method: "POST", headers, body });
  return { status: answer.status, bytes: (await answer.arrayBuffer()).byteLength };
}

const orders = { measureRate, loadImages, runJobs, sendLarge, countPolls: () => polls };

process.on("message", async ([name, about]) => {
  process.send((await orders[name](about)) ?? null);
});
await once(service, "listening");
process.send({ port: service.address().port, jobMs });
