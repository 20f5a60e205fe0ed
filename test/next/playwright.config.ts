import { defineConfig } from "@playwright/test";
import { findBrowser } from "../../scripts/browser.mjs";

const baseURL = "http://localhost:6308";

/** The Next example over the packed package: what only a real Next can show. */
export default defineConfig({
  testDir: ".",
  outputDir: "../../node_modules/.cache/playwright-next",
  reporter: "list",
  forbidOnly: !!process.env["CI"],
  workers: 1,
  // Machines are busy: nothing here is a race against the clock.
  timeout: 240_000,
  expect: { timeout: 60_000 },
  use: {
    baseURL,
    browserName: "chromium",
    launchOptions: { ...findBrowser(), args: ["--no-sandbox"] },
  },
  webServer: { command: "node ../../scripts/next.mjs 6308", url: baseURL, timeout: 300_000 },
});
