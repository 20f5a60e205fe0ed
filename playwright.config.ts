import { defineConfig } from "@playwright/test";
import { findBrowser } from "./scripts/browser.mjs";

const storybook = "node node_modules/storybook/dist/bin/dispatcher.js";
const vite = "node node_modules/vite/bin/vite.js";
const ports = { dev: 6306, site: 6307, csp: 6309 };

export default defineConfig({
  testDir: "test/e2e",
  outputDir: "node_modules/.cache/playwright",
  reporter: "list",
  forbidOnly: !!process.env["CI"],
  workers: 1,
  // Machines are busy: nothing here is a race against the clock.
  timeout: 240_000,
  expect: { timeout: 60_000 },
  use: {
    browserName: "chromium",
    launchOptions: { ...findBrowser(), args: ["--no-sandbox"] },
  },
  projects: [
    {
      name: "dev",
      testIgnore: "docs.spec.ts",
      use: { baseURL: `http://localhost:${ports.dev}` },
    },
    // Its backend is in the page: a reload ends it, and nothing goes over the network that could be counted.
    {
      name: "site",
      testIgnore: "survival.spec.ts",
      grepInvert: /@server/,
      use: { baseURL: `http://localhost:${ports.site}` },
    },
    // A page of an app, built and served under a strict content security policy.
    {
      name: "csp",
      testDir: "test/csp",
      use: { baseURL: `http://localhost:${ports.csp}` },
    },
  ],
  webServer: [
    {
      command: `${storybook} dev --port=${ports.dev} --exact-port --ci --no-open --no-version-updates --disable-telemetry`,
      url: `http://localhost:${ports.dev}/iframe.html`,
      env: { SEGMIND_API_KEY: "" },
      timeout: 300_000,
    },
    {
      // The static site, as any host of files would serve it.
      command: `${vite} preview --outDir storybook-static --port ${ports.site} --strictPort`,
      url: `http://localhost:${ports.site}/iframe.html`,
      timeout: 300_000,
    },
    {
      command: `${vite} build -c test/csp/vite.config.ts --logLevel warn && ${vite} preview -c test/csp/vite.config.ts --port ${ports.csp} --strictPort`,
      url: `http://localhost:${ports.csp}`,
      timeout: 300_000,
    },
  ],
});
