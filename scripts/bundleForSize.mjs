// What an app's bundler makes of what it imports, for size-limit to weigh: of each import one folder with the files that are
// loaded at first, and one with those that come by `import()` later. Peers are the app's own. Needs the build.
import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import pkg from "../package.json" with { type: "json" };

const root = fileURLToPath(new URL("..", import.meta.url));
const outDir = join(root, "node_modules/.cache/size");
const peers = Object.keys(pkg.peerDependencies);
const isPeer = (id) => peers.some((name) => id === name || id.startsWith(`${name}/`));

const imports = {
  client: ["client.js", "createClient, runJob"],
  model: ["models.js", "sdxlTorch, parseInput"],
  hook: ["index.js", "EaselProvider, createClient, useGenerate"],
  form: ["index.js", "EaselProvider, createClient, PromptForm, catalog"],
  studio: ["index.js", "EaselProvider, createClient, Studio"],
  ...Object.fromEntries(
    ["ar", "de", "es", "ja"].map((name) => [`labels-${name}`, ["labels.js", name]]),
  ),
};

const sources = {
  ...Object.fromEntries(
    Object.entries(imports).map(([name, [path, names]]) => [
      name,
      `export { ${names} } from ${JSON.stringify(join(root, "dist/exports", path))};`,
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
  const [{ output }] = await build({
    root,
    configFile: false,
    logLevel: "error",
    publicDir: false,
    build: {
      write: false,
      target: "es2022",
      cssMinify: true,
      // What Next and Vite build for by default: lowering makes a stylesheet larger.
      cssTarget: ["chrome111", "edge111", "firefox114", "safari16.4"],
      lib: { entry, formats: ["es"], fileName: "entry" },
      rolldownOptions: { external: isPeer, output: { minify: true } },
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
    const isFirst = file.type === "asset" || atFirst.has(file);
    const to = join(outDir, name, isFirst ? "first" : "later", file.fileName);
    await mkdir(dirname(to), { recursive: true });
    await writeFile(to, file.type === "asset" ? file.source : file.code);
  }
}
