// Everything that must hold, on a fresh clone as well: npm test
import { install, run } from "./install.mjs";

install();
const { ensureBrowser } = await import("./browser.mjs");
if (!ensureBrowser()) {
  console.error(
    "No Chromium to test in. Set CHROMIUM_PATH, or as root: apt-get install chromium, or: npx playwright install chromium",
  );
  process.exit(1);
}

const steps = [
  "check",
  "test:code",
  "test:matrix",
  "build",
  "check:package",
  "size",
  "build:storybook",
  "test:e2e",
  "test:next",
];
for (const step of steps) {
  const begun = Date.now();
  console.log(`\n── ${step}`);
  const status = run("npm", ["run", "--silent", step]);
  if (status !== 0) {
    console.error(`\n${step} failed. To run it alone: npm run ${step}`);
    process.exit(status);
  }
  console.log(`── ${step}: ${((Date.now() - begun) / 1000).toFixed(0)} s`);
}
