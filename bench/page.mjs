// Measures a page with many jobs: script time, long tasks, and memory, compared with no jobs and with hand-written
// polling; how soon a reload restores all attempts; and how long the slowest texts block the page. Compare results only
// within one run.
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright";
import { build } from "vite";
import { findBrowser } from "../scripts/browser.mjs";

const outDir = fileURLToPath(new URL("../node_modules/.cache/bench-page", import.meta.url));
const source = (path) => fileURLToPath(new URL(`../src/${path}`, import.meta.url));
const watchedMs = 15_000;

await build({
  root: fileURLToPath(new URL("page", import.meta.url)),
  configFile: false,
  logLevel: "error",
  resolve: {
    alias: [
      { find: /^react-easel$/, replacement: source("exports/index.ts") },
      { find: /^react-easel\/(\w+)$/, replacement: source("exports/$1.ts") },
    ],
  },
  build: { outDir, emptyOutDir: true },
});

const types = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css" };
const server = createServer(async (incoming, outgoing) => {
  const { pathname } = new URL(incoming.url, "http://localhost");
  const path = join(outDir, pathname === "/" ? "index.html" : pathname);
  const body = await readFile(path).catch(() => undefined);
  outgoing.writeHead(body ? 200 : 404, { "content-type": types[extname(path)] ?? "text/plain" });
  outgoing.end(body);
});
server.listen(0, "127.0.0.1");
await once(server, "listening");
const origin = `http://127.0.0.1:${server.address().port}`;

const browser = await chromium.launch({ ...findBrowser(), args: ["--no-sandbox"] });

async function open(context, search) {
  const page = await context.newPage();
  await page.addInitScript(() => {
    globalThis.longTasks = [];
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) globalThis.longTasks.push(duration);
    }).observe({ type: "longtask", buffered: true });
  });
  page.on("pageerror", (error) => console.error(error));
  await page.goto(`${origin}/?${new URLSearchParams(search)}`);
  await page.waitForFunction(() => globalThis.bench?.ready);
  return page;
}

async function costOf(search) {
  const context = await browser.newContext();
  const page = await open(context, search);
  const session = await context.newCDPSession(page);
  await session.send("Performance.enable");
  await page.waitForTimeout(watchedMs);
  await session.send("HeapProfiler.collectGarbage");
  const { metrics } = await session.send("Performance.getMetrics");
  const valueOf = (name) => metrics.find((metric) => metric.name === name)?.value ?? 0;
  const { polls, longTasks } = await page.evaluate(() => ({
    polls: globalThis.bench.polls,
    longTasks: globalThis.longTasks,
  }));
  await context.close();
  return {
    "script, ms": Math.round(valueOf("ScriptDuration") * 1_000),
    "all tasks, ms": Math.round(valueOf("TaskDuration") * 1_000),
    "long tasks": longTasks.length,
    "longest, ms": Math.round(Math.max(0, ...longTasks)),
    "heap, MB": Number((valueOf("JSHeapUsedSize") / 1e6).toFixed(1)),
    polls,
  };
}

async function resumeTime(storage) {
  const context = await browser.newContext();
  const jobs = 500;
  const first = await open(context, { jobs, storage, kind: "leave" });
  await first.close();
  const times = [];
  for (let round = 0; round < 5; round += 1) {
    const page = await open(context, { jobs, storage, kind: "resume" });
    await page.waitForFunction(() => globalThis.bench.resumedMs !== undefined);
    times.push(await page.evaluate(() => globalThis.bench.resumedMs));
    await page.close();
  }
  await context.close();
  const sorted = times.toSorted((a, b) => a - b);
  return { "median, ms": Math.round(sorted[2]), "slowest, ms": Math.round(sorted[4]) };
}

console.log(`\nA page with jobs of 4 to 12 seconds, in its first ${watchedMs / 1_000} seconds`);
const empty = await costOf({ jobs: 0, kind: "easel" });
const easel = await costOf({ jobs: 200, kind: "easel" });
const byHand = await costOf({ jobs: 200, kind: "naive" });
const ratio = (name) => Number((easel[name] / byHand[name]).toFixed(2));
const compared = ["script, ms", "all tasks, ms", "heap, MB", "polls"];
console.table({
  "no jobs": empty,
  "200 jobs": easel,
  "200 jobs, with hand-written polling every second": byHand,
  ratio: Object.fromEntries(compared.map((name) => [name, ratio(name)])),
});

console.log("\nFrom the reload until 500 jobs are restored");
console.table({
  localStorage: await resumeTime("local"),
  IndexedDB: await resumeTime("indexedDb"),
});
console.log("\nThe slowest hostile texts");
const reading = await open(await browser.newContext(), { jobs: 0, kind: "easel" });
console.table(await reading.evaluate(() => globalThis.bench.readTexts()));
await browser.close();
server.close();
