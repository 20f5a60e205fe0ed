import { fileURLToPath } from "node:url";
import { defineConfig, type Plugin } from "vitest/config";
import { entryAliases } from "../../vite.config.ts";
import { VitestReporter } from "../report/vitestReporter.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Resolves zod to the lowest version, which `scripts/checkPeers.mjs` installs. */
const lowestZod: Plugin = {
  name: "lowest-zod",
  enforce: "pre",
  resolveId(source) {
    if (!/^zod(\/|$)/.test(source)) return undefined;
    // Vite resolves from the root if the importing file doesn't exist, so this one exists.
    const importer = `${root}node_modules/.cache/lowest/node_modules/zod/package.json`;
    return this.resolve(source, importer, { skipSelf: true });
  },
};

/** Tests of all schema readers, over the lowest zod. */
export default defineConfig({
  root,
  plugins: [lowestZod],
  publicDir: false,
  resolve: { alias: entryAliases },
  test: {
    include: ["src/models/**/*.test.ts", "src/protocol/wire.test.ts"],
    // zod reads JSON Schema from 4.2 on.
    exclude: ["src/models/model{From,To}JsonSchema.test.ts"],
    environment: "node",
    isolate: false,
    setupFiles: ["test/patience.ts"],
    reporters: ["default", new VitestReporter()],
    testTimeout: 90_000,
    hookTimeout: 90_000,
  },
});
