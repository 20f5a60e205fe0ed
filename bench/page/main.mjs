// A page with a backend inside it. Each job takes 4 to 12 seconds.
import { createElement as h, useEffect, useState } from "react";
import { createRoot } from "react-dom/client";
import { createClient, EaselProvider, JobTray, useJobs } from "react-easel";
import { browserStorage, createLedger, indexedDbStorage } from "react-easel/client";
import { readTexts } from "./texts.mjs";

const query = new URLSearchParams(location.search);
const count = Number(query.get("jobs"));
const kind = query.get("kind");
const storage = query.get("storage") === "indexedDb" ? indexedDbStorage() : browserStorage();
const baseUrl = "/api";
const begun = Date.now();
const runMs = (index) => 4_000 + ((index * 997) % 8_000);
const idOf = (index) => `00000000-0000-4000-8000-${String(index).padStart(12, "0")}`;

globalThis.bench = { polls: 0, resumedMs: undefined, readTexts };

const answer = (body) => Response.json(body);
const fetcher = async (request) => {
  const [, index, part] = /requests\/0+-0000-4000-8000-0*(\d+)(\/status)?$/.exec(request.url) ?? [];
  if (index === undefined) return answer({ models: [], limits: {} });
  await new Promise((done) => setTimeout(done, 50));
  if (!part) {
    const image = [{ url: `https://images.example/${index}.png` }];
    return answer({ status: "COMPLETED", request_id: idOf(index), images: image });
  }
  globalThis.bench.polls += 1;
  const status = Date.now() - begun > runMs(Number(index)) ? "COMPLETED" : "PROCESSING";
  return answer({ status, request_id: idOf(index) });
};
const client = createClient({ baseUrl, fetcher });

const recordOf = (index) => ({
  attemptId: `attempt-${index}`,
  modelId: "sdxl-torch",
  scope: "bench",
  input: { prompt: `image ${index} of a lighthouse at dusk, with a boat`, seed: index },
  startedAt: begun - index,
  pageId: "another",
  submit: "taken",
  requestId: idOf(index),
  detached: false,
});

/** Stores an earlier page's attempts. Every fifth job is pending. */
async function leave() {
  const name = [baseUrl, ""].map(encodeURIComponent).join(":");
  const ledger = createLedger({ storage, name });
  ledger.list();
  const isReload = kind === "leave";
  for (let index = 0; index < count; index += 1) {
    const result = { requestId: idOf(index), images: [{ url: "https://images.example/a.png" }] };
    const ended =
      isReload && index % 5 > 0 ? { result: { ...result, body: {} }, endedAt: begun } : {};
    await ledger.write({ ...recordOf(index), ...ended });
  }
}

/** Records when every stored attempt has been loaded. */
function Resumed() {
  const { jobs } = useJobs();
  const isThere = count > 0 && jobs.length >= count;
  useEffect(() => {
    if (isThere) globalThis.bench.resumedMs ??= performance.now();
  }, [isThere]);
  return null;
}

/** The same page without the package: one timer per job, one state, and the same list. */
function Naive() {
  const [runs, setRuns] = useState({});
  useEffect(() => {
    const note = (index, run) => setRuns((before) => ({ ...before, [index]: run }));
    const ask = async (path) => {
      const response = await fetcher(new Request(`${location.origin}${baseUrl}/v2/${path}`));
      return response.json();
    };
    const timers = Array.from({ length: count }, (_, index) => {
      const timer = setInterval(async () => {
        const { status } = await ask(`requests/${idOf(index)}/status`);
        note(index, { status });
        if (status !== "COMPLETED") return;
        clearInterval(timer);
        const { images } = await ask(`requests/${idOf(index)}`);
        note(index, { status, url: images[0].url });
      }, 1_000);
      return timer;
    });
    return () => timers.forEach(clearInterval);
  }, []);
  const button = (label, prompt) =>
    h("button", { type: "button", "aria-label": `${label}: ${prompt}`, onClick: () => {} }, label);
  const items = Array.from({ length: count }, (_, index) => {
    const { status = "QUEUED", url } = runs[index] ?? {};
    const { prompt } = recordOf(index).input;
    const [words, ...labels] = url
      ? ["Ready while you were away", "Show", "Take out of the list"]
      : ["Being made", "Stop watching"];
    return h(
      "li",
      { key: index, "data-status": status },
      url ? h("img", { src: url, alt: "", width: 56, height: 56 }) : h("span"),
      h("div", null, h("p", { dir: "auto" }, prompt), h("p", null, words)),
      h("div", null, ...labels.map((label) => h("span", { key: label }, button(label, prompt)))),
    );
  });
  return h("section", null, h("ul", null, items));
}

if (kind === "leave" || kind === "easel") await leave();
if (kind === "leave") globalThis.bench.left = true;
else {
  const page =
    kind === "naive" ? h(Naive) : h(EaselProvider, { client, storage }, h(Resumed), h(JobTray));
  createRoot(document.querySelector("#root")).render(page);
}
globalThis.bench.ready = true;
