// Everything that must hold, on a fresh clone as well: npm test
import { spawn } from "node:child_process";
import { install, root, run } from "./install.mjs";

install();
const { ensureBrowser } = await import("./browser.mjs");
if (!ensureBrowser()) {
  console.error(
    "No Chromium to test in. Set CHROMIUM_PATH, or as root: apt-get install chromium, or: npx playwright install chromium",
  );
  process.exit(1);
}

const steps = ["check", "test:code", "build", "check:package", "size", "build:storybook"];
// They wait for pages more than they work, so they go side by side.
const browserSteps = ["test:matrix", "test:e2e", "test:next"];

function finish(step, status, begun) {
  if (status !== 0) {
    console.error(`\n${step} failed. To run it alone: npm run ${step}`);
    process.exit(status);
  }
  console.log(`── ${step}: ${((Date.now() - begun) / 1000).toFixed(0)} s`);
}

for (const step of steps) {
  const begun = Date.now();
  console.log(`\n── ${step}`);
  finish(step, run("npm", ["run", "--silent", step]), begun);
}

/** Its output comes in one piece, once it has ended. */
function runBeside(step) {
  const child = spawn("npm", ["run", "--silent", step], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
    shell: process.platform === "win32",
    env: { ...process.env, STORYBOOK_DISABLE_TELEMETRY: "1" },
  });
  const output = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk) => output.push(chunk));
  }
  return new Promise((resolve) => {
    child.on("close", (code) => resolve({ status: code ?? 1, output: Buffer.concat(output) }));
  });
}

const begun = Date.now();
console.log(`\n── ${browserSteps.join(", ")} …`);
const ends = browserSteps.map(async (step) => {
  const { status, output } = await runBeside(step);
  console.log(`\n── ${step}`);
  process.stdout.write(output);
  return { step, status, ms: Date.now() - begun };
});
for (const { step, status, ms } of await Promise.all(ends)) finish(step, status, Date.now() - ms);
