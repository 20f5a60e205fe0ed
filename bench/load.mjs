import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "vite";

const sources = {
  server: "src/server/index.ts",
  node: "src/server/adapters/node.ts",
  models: "src/models/index.ts",
  sandbox: "src/sandbox/index.ts",
};
const pathOf = (path) => fileURLToPath(new URL(path, import.meta.url));
const outDir = pathOf("../node_modules/.cache/bench");

/** The entries that were built already, as one object. */
export async function loadBuilt(...names) {
  const modules = names.map((name) => import(pathToFileURL(`${outDir}/${name}.js`).href));
  return Object.assign({}, ...(await Promise.all(modules)));
}

/** The sources as an app has them: built, with their dependencies beside them. */
export async function load(...names) {
  await build({
    root: pathOf(".."),
    configFile: false,
    logLevel: "error",
    build: { ssr: true, outDir, rollupOptions: { input: sources } },
  });
  return loadBuilt(...names);
}
