// Runs a tier of the tests: `quick` (npm test) or `rest` (the additional tests in npm run test:all).
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fail, install, root, run } from "./install.mjs";

const storyGroups = 4;

// Each step is a script in package.json. `needs` names the step that produces its input.
const tiers = {
  quick: [
    { script: "test:unit" },
    { script: "types" },
    { script: "lint" },
    { script: "format:check" },
    { script: "unused" },
    { script: "spelling" },
    { script: "links" },
    { script: "test:studio" },
  ],
  rest: [
    { script: "build" },
    { script: "check:package", needs: "build" },
    { script: "check:api", needs: "build" },
    { script: "size", needs: "build" },
    { script: "build:storybook" },
    { script: "test:slow" },
    // A separate browser process for each group limits memory and the cost of a crash.
    ...Array.from({ length: storyGroups }, (_, index) => ({
      script: "test:stories",
      args: [`--shard=${index + 1}/${storyGroups}`],
    })),
    { script: "test:matrix" },
    { script: "test:e2e" },
    { script: "test:site", needs: "build:storybook" },
    { script: "test:csp" },
    { script: "test:firefox" },
    ...(process.platform === "linux" ? [{ script: "test:webkit" }] : []),
    { script: "test:next", needs: "check:package" },
    { script: "test:apps", needs: "check:package" },
    { script: "test:quickstart", needs: "check:package" },
    { script: "test:peers", needs: "check:package" },
    { script: "test:managers", needs: "check:package" },
    { script: "test:nodes", needs: "check:package" },
  ],
};

const tier = process.argv[2];
const steps = tiers[tier];
if (!steps) fail("Choose the tests to run: node scripts/test.mjs quick or rest.");

install();
const { ensureBrowser } = await import("./browser.mjs");
if (!ensureBrowser()) {
  fail(
    "Chromium, which the tests require, wasn't found and couldn't be installed: set CHROMIUM_PATH to its path, or install it (as root: apt-get install chromium; elsewhere: npx playwright install chromium), and run the command again.",
  );
}

const reports = join(root, "node_modules/.cache/test-reports");
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });

const callOf = ({ script, args }) => [script, ...(args ? ["--", ...args] : [])];

/** Runs a step once. A step that reports no tests counts as one test. */
function attempt(call) {
  const path = join(reports, `${call.join("").replace(/\W/g, "-")}.json`);
  rmSync(path, { force: true });
  const status = run("npm", ["run", "--silent", ...call], {
    env: { TEST_REPORT: path },
  });
  try {
    const report = JSON.parse(readFileSync(path, "utf8"));
    const hasHiddenFailure = status !== 0 && report.failed + report.browserDeaths === 0;
    return hasHiddenFailure ? { ...report, failed: 1 } : report;
  } catch {
    return { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1, browserDeaths: 0 };
  }
}

/** Runs a step. Runs it again if the only failure is that a browser process ended. */
function runStep(call) {
  const report = attempt(call);
  if (report.browserDeaths === 0 || report.failed > 0) return report;
  console.log(`\n── ${call[0]}: the browser process ended. Running the step again in a new one.`);
  const again = attempt(call);
  return { ...again, failed: again.failed + again.browserDeaths, isRepeated: true };
}

const results = new Map();
for (const step of steps) {
  const call = callOf(step);
  const name = call.join(" ");
  console.log(`\n── ${name}`);
  const begun = Date.now();
  const isBlocked = results.get(step.needs)?.failed > 0;
  const result = isBlocked ? { passed: 0, failed: 1, isBlocked } : runStep(call);
  results.set(name, { ...result, seconds: Math.round((Date.now() - begun) / 1000) });
  if (result.failed > 0 && tier === "quick") break;
}

console.log("");
for (const [name, { passed, failed, seconds, isRepeated, isBlocked }] of results) {
  const notes = [
    `${passed} passed`,
    ...(failed > 0 ? [isBlocked ? "not run" : `${failed} failed: npm run ${name}`] : []),
    ...(isRepeated ? ["run twice because the browser process ended"] : []),
  ];
  console.log(`${failed > 0 ? "✗" : "✓"} ${name}, ${seconds} s: ${notes.join(", ")}`);
}

/** Adds this tier's outcomes to those of earlier tiers, which are in the file named by `TEST_TOTALS`. */
function addTotals(totals) {
  const path = process.env.TEST_TOTALS;
  if (!path) return totals;
  let before = { passed: 0, failed: 0 };
  try {
    before = JSON.parse(readFileSync(path, "utf8"));
  } catch {
    // The first tier has no earlier totals.
  }
  const sum = { passed: before.passed + totals.passed, failed: before.failed + totals.failed };
  writeFileSync(path, JSON.stringify(sum));
  return sum;
}

const all = [...results.values()];
const totals = addTotals({
  passed: all.reduce((sum, { passed }) => sum + passed, 0),
  failed: all.reduce((sum, { failed }) => sum + failed, 0),
});
console.log(`${totals.passed} passed, ${totals.failed} failed`);
process.exit(all.some(({ failed }) => failed > 0) ? 1 : 0);
