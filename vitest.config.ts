import { fileURLToPath } from "node:url";
import { storybookTest } from "@storybook/addon-vitest/vitest-plugin";
import react from "@vitejs/plugin-react";
import { playwright } from "@vitest/browser-playwright";
import { defineConfig } from "vitest/config";
import { findBrowser } from "./scripts/browser.mjs";
import { entryAliases } from "./vite.config.ts";

const provider = playwright({ launchOptions: { ...findBrowser(), args: ["--no-sandbox"] } });

export default defineConfig({
  plugins: [react()],
  publicDir: false,
  resolve: {
    alias: entryAliases,
  },
  test: {
    // Pictures are really drawn, and machines are busy: nothing here is a race against the clock.
    testTimeout: 90_000,
    hookTimeout: 90_000,
    setupFiles: ["test/patience.ts"],
    projects: [
      {
        extends: true,
        test: {
          name: "node",
          environment: "node",
          include: [
            "src/{models,protocol,client,labels,server,sandbox}/**/*.test.ts",
            "test/*.test.ts",
          ],
        },
      },
      {
        extends: true,
        test: {
          name: "dom",
          environment: "happy-dom",
          // The provider loads it by itself: here before, so that tests whose time stands still need not wait.
          setupFiles: ["test/domPatience.ts", "src/testing/engineThere.ts"],
          include: ["src/{hooks,components,testing}/**/*.test.{ts,tsx}", "test/dom/**/*.test.tsx"],
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
          browser: {
            enabled: true,
            headless: true,
            connectTimeout: 300_000,
            provider,
            screenshotFailures: false,
            instances: [{ browser: "chromium" }],
          },
        },
      },
    ],
  },
});
