import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { entryAliases } from "../../vite.config.ts";
import { VitestReporter } from "../report/vitestReporter.ts";

export default defineConfig({
  root: fileURLToPath(new URL("../..", import.meta.url)),
  publicDir: false,
  resolve: { alias: entryAliases },
  test: {
    include: ["test/matrix/*.test.ts"],
    environment: "node",
    // Long enough for a cell to time out and run again.
    testTimeout: 180_000,
    reporters: ["default", new VitestReporter()],
    maxConcurrency: 5,
  },
});
