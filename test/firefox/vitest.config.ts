import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { entryAliases } from "../../vite.config.ts";
import { VitestReporter } from "../report/vitestReporter.ts";

export default defineConfig({
  root: fileURLToPath(new URL("../..", import.meta.url)),
  publicDir: false,
  resolve: { alias: entryAliases },
  test: {
    include: ["test/firefox/*.test.ts"],
    globalSetup: "test/firefox/globalSetup.ts",
    environment: "node",
    reporters: ["default", new VitestReporter()],
    // All files share one Firefox.
    isolate: false,
    maxWorkers: 1,
    testTimeout: 90_000,
    hookTimeout: 90_000,
    expect: { poll: { timeout: 60_000 } },
  },
});
