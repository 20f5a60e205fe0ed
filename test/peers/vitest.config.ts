import { fileURLToPath } from "node:url";
import { defineConfig, type Plugin } from "vitest/config";
import { VitestReporter } from "../report/vitestReporter.ts";
import { entryAliases } from "../../vite.config.ts";

/** Resolves zod from this folder, which has the lowest version. */
const lowestZod: Plugin = {
  name: "lowest-zod",
  enforce: "pre",
  resolveId(source) {
    if (!/^zod(\/|$)/.test(source)) return undefined;
    return this.resolve(source, fileURLToPath(import.meta.url), { skipSelf: true });
  },
};

/** The tests of everything that reads a schema, over the lowest zod. */
export default defineConfig({
  root: fileURLToPath(new URL("../..", import.meta.url)),
  plugins: [lowestZod],
  publicDir: false,
  resolve: { alias: entryAliases },
  test: {
    include: ["src/{models,protocol}/**/*.test.ts", "src/server/**/*.test.ts"],
    environment: "node",
    isolate: false,
    setupFiles: ["test/patience.ts"],
    reporters: ["default", new VitestReporter()],
    testTimeout: 90_000,
    hookTimeout: 90_000,
  },
});
