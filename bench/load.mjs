import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "vite";

const sources = {
  server: "src/exports/server.ts",
  node: "src/exports/server/node.ts",
  models: "src/exports/models.ts",
  sandbox: "src/exports/sandbox.ts",
};
const pathOf = (path) => fileURLToPath(new URL(path, import.meta.url));
const outDir = pathOf("../node_modules/.cache/bench");

export async function loadBuilt(...names) {
  const modules = names.map((name) => import(pathToFileURL(`${outDir}/${name}.js`).href));
  return Object.assign({}, ...(await Promise.all(modules)));
}

export async function load(...names) {
  await build({
    root: pathOf(".."),
    configFile: false,
    logLevel: "error",
    build: { ssr: true, outDir, rollupOptions: { input: sources } },
  });
  return loadBuilt(...names);
}
