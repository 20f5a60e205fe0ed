import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";
import pkg from "./package.json" with { type: "json" };
import { unlayer } from "./scripts/unlayer.mjs";

const installed = [...Object.keys(pkg.dependencies), ...Object.keys(pkg.peerDependencies)];

const source = (path: string) => fileURLToPath(new URL(`src/${path}`, import.meta.url));

/** The public entries under the names that a user imports them by, for stories and tests. */
export const entryAliases = [
  { find: /^react-easel$/, replacement: source("exports/index.ts") },
  { find: /^react-easel\/styles\.css$/, replacement: source("styles/styles.css") },
  { find: /^react-easel\/([\w/]+)$/, replacement: source("exports/$1.ts") },
];

/**
 * A worker stays what the source says, `new Worker(new URL("./x.js", import.meta.url))`, for the app's own bundler to find.
 * Left to itself a library's build would write it as an address that no bundler reads.
 */
function keepWorkers(): Plugin {
  const written = /new URL\("\.\/(\w+Worker)\.ts", import\.meta\.url\)/g;
  let isLibrary = false;
  return {
    name: "easel-keep-workers",
    enforce: "pre",
    configResolved: ({ build }) => void (isLibrary = Boolean(build.lib)),
    transform(code) {
      if (!isLibrary || code.search(written) === -1) return undefined;
      return { code: code.replace(written, "__worker__$1"), map: null };
    },
    renderChunk(code) {
      if (!code.includes("__worker__")) return undefined;
      const kept = 'new URL("./$1.js", import.meta.url)';
      return { code: code.replace(/__worker__(\w+)/g, kept), map: null };
    },
  };
}

/**
 * Adds the stylesheet for apps without layers, and a declaration for each: TypeScript refuses the import of a stylesheet
 * unless an app's own types allow any.
 */
function emitStyles(): Plugin {
  return {
    name: "easel-emit-styles",
    apply: ({ build }) => Boolean(build?.lib),
    async generateBundle() {
      const emit = (fileName: string, code: string) =>
        void this.emitFile({ type: "asset", fileName, source: code });
      emit("styles.unlayered.css", await unlayer(source("styles/styles.css")));
      emit("styles.css.d.ts", "export {};\n");
      emit("styles.unlayered.css.d.ts", "export {};\n");
    },
  };
}

export default defineConfig({
  plugins: [react(), keepWorkers(), emitStyles()],
  publicDir: false,
  resolve: { alias: entryAliases },
  build: {
    target: "es2022",
    minify: false,
    // No maps: the output is the source without its types, and a map would point to files that are not in the package.
    sourcemap: false,
    emptyOutDir: true,
    cssCodeSplit: true,
    lib: {
      entry: {
        "exports/index": "src/exports/index.ts",
        "exports/models": "src/exports/models.ts",
        "exports/client": "src/exports/client.ts",
        "exports/errors": "src/exports/errors.ts",
        "exports/labels": "src/exports/labels.ts",
        "exports/illustrations": "src/exports/illustrations.ts",
        "exports/server": "src/exports/server.ts",
        "exports/server/node": "src/exports/server/node.ts",
        "exports/server/next": "src/exports/server/next.ts",
        "exports/sandbox": "src/exports/sandbox.ts",
        "exports/testing": "src/exports/testing.ts",
        "images/imageWorker": "src/images/imageWorker.ts",
        styles: "src/styles/styles.css",
      },
      formats: ["es"],
    },
    rolldownOptions: {
      external: (id) =>
        id.startsWith("node:") ||
        installed.some((name) => id === name || id.startsWith(`${name}/`)),
      // One file per module, because Rolldown drops "use client" from a chunk of several modules. Chunks per folder would also
      // load what is lazy at once, and keep top-level calls that an app's bundler removes with their module.
      output: { preserveModules: true, preserveModulesRoot: "src", entryFileNames: "[name].js" },
    },
  },
});
