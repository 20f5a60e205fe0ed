// Measures how long a page blocks while preparing a 12-megapixel photo: node bench/image.mjs. Compares the longest gap
// between ticks in Chromium with an idle page, the same work without a worker, and a canvas on the main thread. Other
// load on the machine also delays ticks, so separate rounds read the processor time of the longest main-thread task
// from a trace.
import { once } from "node:events";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright";
import { build, preview } from "vite";
import { findBrowser } from "../scripts/browser.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const app = `${root}node_modules/.cache/bench-image/`;
const rounds = 5;

await build({ root, configFile: `${root}vite.config.ts`, logLevel: "error" });
rmSync(app, { recursive: true, force: true });
mkdirSync(app, { recursive: true });
writeFileSync(`${app}index.html`, '<script type="module" src="./app.js"></script>');
writeFileSync(
  `${app}app.js`,
  `import { uploadInputImage } from "${root}dist/exports/client.js";
import { prepareImage } from "${root}dist/images/prepareImage.js";

const [width, height] = [4032, 3024];

/** Creates a photo with grain and color everywhere, like a camera's, so that the encoder can't skip any part. */
async function takePhoto() {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext("2d");
  const tile = new ImageData(width, 504);
  for (let at = 0; at < tile.data.length; at += 1) {
    tile.data[at] = at % 4 === 3 ? 255 : 128 + 60 * Math.sin(at / 7e4) + 40 * Math.random();
  }
  for (let y = 0; y < height; y += 504) context.putImageData(tile, 0, y);
  return canvas.convertToBlob({ type: "image/jpeg", quality: 0.9 });
}

/** Returns the longest gap between ticks during a task, and the task's duration, in milliseconds. */
async function longestGap(work) {
  const { port1, port2 } = new MessageChannel();
  let last = performance.now();
  let longest = 0;
  port1.onmessage = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    port2.postMessage(0);
  };
  port2.postMessage(0);
  await new Promise((resolve) => setTimeout(resolve, 100));
  longest = 0;
  const start = performance.now();
  await work();
  const took = performance.now() - start;
  await new Promise((resolve) => setTimeout(resolve, 30));
  port1.close();
  return { longest, took };
}

const client = { uploadImage: async () => ({ url: "https://files.test/1.jpg" }) };
const wish = { maxSide: 1024, maxPixels: Infinity, maxBytes: 8e6 };

async function usualCanvas(photo) {
  const image = new Image();
  image.src = URL.createObjectURL(photo);
  await new Promise((resolve) => (image.onload = resolve));
  const canvas = Object.assign(document.createElement("canvas"), { width: 1024, height: 768 });
  canvas.getContext("2d").drawImage(image, 0, 0, 1024, 768);
  URL.revokeObjectURL(image.src);
  return canvas.toDataURL("image/jpeg", 0.9);
}

let photo;
const ways = {
  rest: () => new Promise((resolve) => setTimeout(resolve, 500)),
  worker: async () => {
    const uploaded = await uploadInputImage(photo, { client });
    if (uploaded.image?.width !== 1024) throw new Error(JSON.stringify(uploaded));
  },
  page: () => prepareImage(photo, wish),
  canvas: () => usualCanvas(photo),
};
globalThis.bench = {
  takePhoto: async () => (photo = await takePhoto()).size,
  measure: (way) => longestGap(ways[way]),
  run: async (way) => void (await ways[way]()),
};
`,
);
await build({
  root: app,
  configFile: false,
  logLevel: "error",
  build: { outDir: "built", emptyOutDir: true },
});

const server = await preview({
  root: app,
  configFile: false,
  logLevel: "error",
  build: { outDir: "built" },
  preview: { host: "127.0.0.1", port: 0 },
});
if (!server.httpServer.listening) await once(server.httpServer, "listening");
const browser = await chromium.launch({ ...findBrowser(), args: ["--no-sandbox"] });
const page = await browser.newPage();
const workers = [];
page.on("worker", (worker) => workers.push(worker.url()));
await page.goto(`http://127.0.0.1:${server.httpServer.address().port}/`);

const bytes = await page.evaluate(() => globalThis.bench.takePhoto());
console.log(`\n4032 × 3024, ${(bytes / 1e6).toFixed(1)} MB, to 1024 × 768; ${rounds} rounds\n`);
const ways = {
  rest: "idle page",
  worker: "uploadInputImage, in a worker",
  page: "the same work on the main thread",
  canvas: "img, canvas, toDataURL",
};

/** Returns the longest main-thread task, in milliseconds of processor time. */
async function longestTask(way) {
  const categories = ["toplevel", "disabled-by-default-devtools.timeline", "__metadata"];
  await browser.startTracing(page, { categories });
  await page.evaluate((name) => globalThis.bench.run(name), way);
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString());
  const threads = traceEvents.filter(
    ({ name, args }) => name === "thread_name" && args.name === "CrRendererMain",
  );
  const isPage = ({ pid, tid }) =>
    threads.some((thread) => thread.pid === pid && thread.tid === tid);
  const tasks = traceEvents.filter(
    (event) => event.name.endsWith("RunTask") && event.tdur && isPage(event),
  );
  return Math.max(0, ...tasks.map(({ tdur }) => tdur / 1000));
}

const gaps = Object.fromEntries(Object.keys(ways).map((way) => [way, []]));
const tasks = Object.fromEntries(Object.keys(ways).map((way) => [way, []]));
for (let round = 0; round < rounds; round += 1) {
  for (const way of Object.keys(ways)) {
    gaps[way].push(await page.evaluate((name) => globalThis.bench.measure(name), way));
    tasks[way].push(await longestTask(way));
  }
}
const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
const said = (numbers) =>
  `${median(numbers).toFixed(1).padStart(7)} (${Math.min(...numbers).toFixed(1)} to ${Math.max(...numbers).toFixed(1)})`;
for (const [way, name] of Object.entries(ways)) {
  const walls = gaps[way].map(({ longest }) => longest);
  const took = median(gaps[way].map(({ took: ms }) => ms));
  console.log(
    `${name.padEnd(28)} longest task ${said(tasks[way])} ms, longest gap ${said(walls)} ms, took ${took.toFixed(0)} ms`,
  );
}
console.log(`\nworkers started: ${workers.length}`);
await browser.close();
await server.close();
