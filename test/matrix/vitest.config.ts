import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { entryAliases } from "../../vite.config.ts";

export default defineConfig({
  root: fileURLToPath(new URL("../..", import.meta.url)),
  publicDir: false,
  resolve: { alias: entryAliases },
  test: {
    include: ["test/matrix/*.test.ts"],
    environment: "node",
    testTimeout: 90_000,
    maxConcurrency: 5,
  },
});
