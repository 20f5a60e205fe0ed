import { fileURLToPath } from "node:url";
import { defineConfig, type Plugin } from "vitest/config";
import { entryAliases } from "../../vite.config.ts";
import { VitestReporter } from "../report/vitestReporter.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Resolves zod to the lowest supported version, which `scripts/checkPeers.mjs` installs. */
const lowestZod: Plugin = {
  name: "lowest-zod",
  enforce: "pre",
  resolveId(source) {
    if (!/^zod(\/|$)/.test(source)) return undefined;
    // An existing file, because Vite would resolve from the root if the importing file didn't exist.
    const importer = `${root}node_modules/.cache/lowest/node_modules/zod/package.json`;
    return this.resolve(source, importer, { skipSelf: true });
  },
};

/** Tests all code that reads schemas, with the lowest version of zod. */
export default defineConfig({
  root,
  plugins: [lowestZod],
  publicDir: false,
  resolve: { alias: entryAliases },
  test: {
    include: ["src/models/**/*.test.ts", "src/protocol/wire.test.ts"],
    // Only zod 4.2 or later reads JSON Schema.
    exclude: ["src/models/model{From,To}JsonSchema.test.ts"],
    environment: "node",
    isolate: false,
    setupFiles: ["test/patience.ts"],
    reporters: ["default", new VitestReporter()],
    testTimeout: 90_000,
    hookTimeout: 90_000,
  },
});
