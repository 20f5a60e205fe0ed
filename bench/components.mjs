// Measures the components' cost in a browser, as ratios within one run on this machine: node bench/components.mjs.
// Uses a production build in Chromium, at full and quarter speed, to mount a form with fifteen fields, type in its
// prompt, and open the long lists. Compares them with react-jsonschema-form and a hand-written React Hook Form.
import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { chromium } from "playwright";
import { build, preview } from "vite";
import { findBrowser } from "../scripts/browser.mjs";

const rounds = 3;
const root = fileURLToPath(new URL("components", import.meta.url));
const source = (path) => fileURLToPath(new URL(`../src/${path}`, import.meta.url));
const outDir = fileURLToPath(new URL("../node_modules/.cache/bench-components", import.meta.url));
// Isolates the page, because isolated pages have clock ticks of 5 µs instead of 100 µs.
const headers = {
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Embedder-Policy": "require-corp",
};

const shared = {
  root,
  configFile: false,
  logLevel: "error",
  resolve: {
    alias: [
      { find: /^react-easel$/, replacement: source("exports/index.ts") },
      { find: /^react-easel\/models$/, replacement: source("exports/models.ts") },
      { find: /^react-easel\/styles.css$/, replacement: source("styles/styles.css") },
    ],
  },
  build: { outDir, emptyOutDir: true },
};
await build({ ...shared, plugins: [react()] });
const server = await preview({ ...shared, preview: { port: 0, host: "127.0.0.1", headers } });
const [address] = server.resolvedUrls.local;
const browser = await chromium.launch({
  ...findBrowser(),
  args: ["--no-sandbox", "--disable-frame-rate-limit", "--disable-gpu-vsync"],
});

const quantile = (numbers, share) => {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
};
const median = (numbers) => quantile(numbers, 0.5);

/** Opens a new page, warms it up at full speed, and measures at the given speed. */
async function withPage(kind, slowdown, measure) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  try {
    await page.goto(address);
    await page.waitForFunction(() => "bench" in globalThis);
    await page.evaluate((name) => globalThis.bench.load(name), kind);
    await page.evaluate(() => globalThis.bench.measureMounts(15));
    const devtools = await page.context().newCDPSession(page);
    await devtools.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
    return await measure(page);
  } finally {
    await page.close();
  }
}

const measureForm = (kind, slowdown) =>
  withPage(kind, slowdown, async (page) => ({
    mounts: await page.evaluate(() => globalThis.bench.measureMounts(20)),
    keys: await page.evaluate(() => globalThis.bench.measureKeys(40)),
  }));

const lists = [
  ["plain text in a native popover", "[data-plain]", 104],
  // Counts only the options in view, because the others render after the first paint.
  ["104 styles, as tiles", '[data-easel="style-trigger"]', 15],
  ["29 schedulers, with free text", '[data-easel="combobox-toggle"]', 29],
];

const measureLists = (slowdown) =>
  withPage("lists", slowdown, async (page) => {
    const opened = [];
    for (const list of lists) {
      const open = (count) =>
        page.evaluate(
          ([[, press, options], times]) => globalThis.bench.measureOpening(press, options, times),
          [list, count],
        );
      await open(5);
      opened.push(await open(12));
    }
    return opened;
  });

const forms = {
  "React Hook Form by hand": "byHand",
  "react-easel": "easel",
  "react-jsonschema-form": "rjsf",
};

for (const slowdown of [1, 4]) {
  const forKind = Object.fromEntries(
    Object.values(forms).map((kind) => [kind, { mounts: [], keys: [] }]),
  );
  const opened = lists.map(() => []);
  for (let round = 0; round < rounds; round += 1) {
    for (const [kind, { mounts, keys }] of Object.entries(forKind)) {
      const measured = await measureForm(kind, slowdown);
      mounts.push(...measured.mounts);
      keys.push(...measured.keys);
    }
    const times = await measureLists(slowdown);
    for (const [at, own] of times.entries()) opened[at].push(...own);
  }

  const hand = median(forKind.byHand.mounts);
  console.log(`\nCPU at ${slowdown === 1 ? "full speed" : `1/${slowdown}`}`);
  console.log(
    `${"a form of 15 fields".padEnd(32)}${"warm mount".padStart(22)}${"keystroke, ms (p95)".padStart(24)}${"components per key".padStart(20)}`,
  );
  for (const [name, kind] of Object.entries(forms)) {
    const { mounts, keys } = forKind[kind];
    const mount = median(mounts);
    const ms = keys.map((key) => key.ms);
    console.log(
      `  ${name.padEnd(30)}${`${mount.toFixed(2)} ms  × ${(mount / hand).toFixed(2)}`.padStart(22)}${`${median(ms).toFixed(2)} (${quantile(ms, 0.95).toFixed(2)})`.padStart(24)}${String(median(keys.map(({ renders }) => renders))).padStart(20)}`,
    );
  }
  console.log(
    `${"opening a list".padEnd(32)}${"script".padStart(22)}${"to paint, ms (p95)".padStart(24)}`,
  );
  for (const [at, [name]] of lists.entries()) {
    const script = median(opened[at].map((time) => time.script));
    const paint = opened[at].map((time) => time.painted);
    console.log(
      `  ${name.padEnd(30)}${`${script.toFixed(2)} ms`.padStart(22)}${`${median(paint).toFixed(1)} (${quantile(paint, 0.95).toFixed(1)})`.padStart(24)}`,
    );
  }
}

await browser.close();
await server.close();
