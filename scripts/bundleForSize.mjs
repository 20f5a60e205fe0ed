// Bundles imports like an app, for size-limit. For each import, one folder has the files of the first load, and one has
// those loaded later by `import()`. Uses Vite's defaults for apps, because a library build keeps its entry's exports
// separate and splits shared modules into chunks that no app has. Excludes peer dependencies. Requires a build.
import { createHash } from "node:crypto";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import pkg from "../package.json" with { type: "json" };

const root = fileURLToPath(new URL("..", import.meta.url));
const outDir = join(root, "node_modules/.cache/size");
const peers = Object.keys(pkg.peerDependencies);
const isPeer = (id) => peers.some((name) => id === name || id.startsWith(`${name}/`));

/** Omits Vite's loader for `import()`, which an app has only once for all of its lazy code. */
const withoutPreloadHelper = {
  name: "without-preload-helper",
  enforce: "pre",
  load: (id) =>
    id === "\0vite/preload-helper.js" ? "export const __vitePreload = (load) => load();" : null,
};

/** Hashes the name instead of the content, so that a change in lazy code doesn't change how the first load compresses. */
const chunkFileNames = ({ name }) =>
  `assets/${name}-${createHash("sha256").update(name).digest("base64url").slice(0, 8)}.js`;

const imports = {
  client: ["client.js", "createClient, runJob"],
  model: ["models.js", "sdxlTorch, parseInput"],
  hook: ["index.js", "EaselProvider, createClient, useGenerate"],
  form: ["index.js", "EaselProvider, createClient, PromptForm, catalog"],
  studio: ["index.js", "EaselProvider, createClient, Studio"],
  illustrations: ["illustrations.js", "styleIllustrations"],
  ...Object.fromEntries(
    ["ar", "de", "es", "ja"].map((name) => [`labels-${name}`, ["labels.js", name]]),
  ),
};

const sources = {
  ...Object.fromEntries(
    Object.entries(imports).map(([name, [path, names]]) => [
      name,
      // Assigned to a global, because unused imports would be removed.
      `import { ${names} } from ${JSON.stringify(join(root, "dist/exports", path))};
globalThis.app = { ${names} };`,
    ]),
  ),
  styles: `import ${JSON.stringify(join(root, "dist/styles.css"))};`,
  "styles-unlayered": `import ${JSON.stringify(join(root, "dist/styles.unlayered.css"))};`,
};

await rm(outDir, { recursive: true, force: true });
for (const [name, source] of Object.entries(sources)) {
  const entry = join(outDir, name, "entry.js");
  await mkdir(dirname(entry), { recursive: true });
  await writeFile(entry, `${source}\n`);
  const { output } = await build({
    root,
    configFile: false,
    logLevel: "error",
    publicDir: false,
    plugins: [withoutPreloadHelper],
    build: {
      write: false,
      rolldownOptions: { input: entry, external: isPeer, output: { chunkFileNames } },
    },
  });
  const chunks = new Map(output.map((file) => [file.fileName, file]));
  const atFirst = new Set();
  const follow = (file) => {
    if (!file || atFirst.has(file)) return;
    atFirst.add(file);
    file.imports.forEach((imported) => follow(chunks.get(imported)));
  };
  follow(output.find(({ isEntry }) => isEntry));
  for (const file of output) {
    // Assets other than CSS are workers, which are loaded later.
    const isFirst = atFirst.has(file) || file.fileName.endsWith(".css");
    const to = join(outDir, name, isFirst ? "first" : "later", basename(file.fileName));
    await mkdir(dirname(to), { recursive: true });
    await writeFile(to, file.type === "asset" ? file.source : file.code);
  }
}
