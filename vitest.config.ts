import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { storybookTest } from "@storybook/addon-vitest/vitest-plugin";
import react from "@vitejs/plugin-react";
import { playwright } from "@vitest/browser-playwright";
import { defineConfig } from "vitest/config";
import { findBrowser } from "./scripts/browser.mjs";
import { VitestReporter } from "./test/report/vitestReporter.ts";
import { entryAliases } from "./vite.config.ts";

const provider = playwright({
  launchOptions: { ...findBrowser(), args: ["--no-sandbox"] },
  // From the start: a transition that has begun runs on when the preference changes.
  contextOptions: { reducedMotion: "reduce" },
});

/** A test that mocks or resets modules; the others share theirs, which makes them three times as fast. */
const isolated = "src/**/*.isolated.test.{ts,tsx}";

const dom = {
  environment: "happy-dom",
  setupFiles: ["test/timers.ts", "test/domSetup.ts"],
};

export default defineConfig({
  plugins: [react()],
  publicDir: false,
  resolve: {
    alias: entryAliases,
  },
  test: {
    // Images are really drawn, and machines are busy: nothing here is a race against the clock.
    testTimeout: 90_000,
    hookTimeout: 90_000,
    setupFiles: ["test/patience.ts"],
    reporters: ["default", new VitestReporter()],
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        extends: true,
        test: {
          name: "node",
          environment: "node",
          setupFiles: ["test/timers.ts"],
          isolate: false,
          exclude: [isolated],
          include: [
            "src/{protocol,polling,models,client,ledger,images,labels,server,sandbox}/**/*.test.ts",
            "src/runtime/**/*.test.ts",
            ".storybook/painter/**/*.test.ts",
            "test/*.test.ts",
          ],
        },
      },
      {
        extends: true,
        test: {
          ...dom,
          name: "dom",
          isolate: false,
          include: [
            "src/{hooks,components,testing}/**/*.test.{ts,tsx}",
            "src/runtime/**/*.test.tsx",
            "test/dom/**/*.test.tsx",
          ],
          exclude: [isolated],
        },
      },
      {
        extends: true,
        test: { ...dom, name: "isolated", include: [isolated] },
      },
      {
        extends: true,
        test: {
          name: "slow",
          environment: "node",
          setupFiles: ["test/timers.ts"],
          include: ["test/slow/*.test.ts"],
        },
      },
      {
        extends: true,
        plugins: [
          storybookTest({ configDir: fileURLToPath(new URL(".storybook", import.meta.url)) }),
        ],
        // Only the preview imports it: found in the middle of a run it would begin the page anew.
        optimizeDeps: { include: ["storybook/internal/docs-tools"] },
        test: {
          name: "storybook",
          setupFiles: ["test/eachStory.ts"],
          provide: { slowCpu: Number(process.env["SLOW_CPU"] ?? 1) },
          // Stories share the focus and the clipboard of one browser.
          fileParallelism: false,
          sequence: { groupOrder: 1 },
          browser: {
            enabled: true,
            headless: true,
            connectTimeout: 120_000,
            provider,
            screenshotFailures: false,
            instances: [{ browser: "chromium" }],
          },
        },
      },
    ],
  },
});
