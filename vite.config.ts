import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import pkg from "./package.json" with { type: "json" };

const installed = [...Object.keys(pkg.dependencies), ...Object.keys(pkg.peerDependencies)];

const source = (path: string) => fileURLToPath(new URL(`src/${path}`, import.meta.url));

/** The public entries under the names that a user imports them by, for stories and tests. */
export const entryAliases = [
  { find: /^react-easel$/, replacement: source("index.ts") },
  { find: /^react-easel\/styles\.css$/, replacement: source("styles/styles.css") },
  { find: /^react-easel\/server\/(node|next)$/, replacement: source("server/adapters/$1.ts") },
  { find: /^react-easel\/(\w+)$/, replacement: source("$1/index.ts") },
];

export default defineConfig({
  plugins: [react()],
  publicDir: false,
  resolve: { alias: entryAliases },
  build: {
    target: "es2022",
    minify: false,
    sourcemap: true,
    emptyOutDir: true,
    cssCodeSplit: true,
    lib: {
      entry: {
        index: "src/index.ts",
        "models/index": "src/models/index.ts",
        "client/index": "src/client/index.ts",
        "server/index": "src/server/index.ts",
        "server/adapters/node": "src/server/adapters/node.ts",
        "server/adapters/next": "src/server/adapters/next.ts",
        "sandbox/index": "src/sandbox/index.ts",
        "testing/index": "src/testing/index.ts",
        styles: "src/styles/styles.css",
      },
      formats: ["es"],
    },
    rolldownOptions: {
      external: (id) =>
        id.startsWith("node:") ||
        installed.some((name) => id === name || id.startsWith(`${name}/`)),
      // One module in, one module out: "use client" stays on the modules that have it, and only there.
      output: { preserveModules: true, preserveModulesRoot: "src", entryFileNames: "[name].js" },
    },
  },
});
