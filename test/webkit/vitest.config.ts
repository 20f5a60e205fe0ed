import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { VitestReporter } from "../report/vitestReporter.ts";

export default defineConfig({
  root: fileURLToPath(new URL("../..", import.meta.url)),
  publicDir: false,
  test: {
    include: ["test/webkit/*.test.ts"],
    globalSetup: "test/webkit/globalSetup.ts",
    environment: "node",
    reporters: ["default", new VitestReporter()],
    testTimeout: 90_000,
    hookTimeout: 90_000,
    expect: { poll: { timeout: 60_000 } },
  },
});
