// Packs the package, unpacks it where nothing of this repository's source can be seen, and uses it as a user would.
import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./install.mjs";

// Inside of node_modules, so that the peers are found and src is not.
const outside = join(root, "node_modules/.cache/outside");
const installed = join(outside, "node_modules/react-easel");
rmSync(outside, { recursive: true, force: true });
mkdirSync(installed, { recursive: true });

const run = (command, args, cwd = outside) =>
  execFileSync(command, args, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });

const [{ filename }] = JSON.parse(
  run("npm", ["pack", "--json", "--pack-destination", outside], root),
);
run("tar", ["-xzf", join(outside, filename), "-C", installed, "--strip-components=1"]);

writeFileSync(
  join(outside, "app.mjs"),
  `import { createElement } from "react";
import { renderToString } from "react-dom/server";
import { createClient, EaselProvider, Studio } from "react-easel";
import { runJob } from "react-easel/client";
import { ar, de } from "react-easel/labels";
import { catalog, describeFields, sdxlTorch, translateModel } from "react-easel/models";
import { createSandbox } from "react-easel/sandbox";
import { createHandler, segmind } from "react-easel/server";
import { toNextHandlers } from "react-easel/server/next";
import { toNodeListener } from "react-easel/server/node";

const apiKey = "SG_0123456789abcdef";
const sandbox = createSandbox({ now: () => Date.now(), timing: { queueMs: 0, runMs: 10 } });
const handler = createHandler({
  backend: segmind({ apiKey, fetch: sandbox.fetch }),
  models: catalog,
  authorize: () => ({ userId: "ada" }),
  secret: "0123456789abcdef0123456789abcdef",
});
const client = createClient({ fetcher: handler });
const result = await runJob(client, sdxlTorch, { prompt: "a packed panda" });
if (!result.images[0]?.url.startsWith("https://")) throw new Error("no picture");
const html = renderToString(createElement(EaselProvider, { client }, createElement(Studio)));
if (!html.includes("prompt-form-submit")) throw new Error("no Studio on the server");
const german = renderToString(createElement(EaselProvider, { client, labels: de }, createElement(Studio)));
if (!german.includes(de.form.generate)) throw new Error("no German on the server");
if (describeFields(translateModel(sdxlTorch, ar.models))[0].label === "Prompt") throw new Error("no Arabic words for a model");
if (typeof toNodeListener(handler) !== "function" || !toNextHandlers(handler).POST) throw new Error("no adapters");
`,
);
run(process.execPath, ["app.mjs"]);

writeFileSync(
  join(outside, "app.tsx"),
  `import { createClient, EaselProvider, sdxlTorch, Studio, useGenerate } from "react-easel";
import type { Backend } from "react-easel/server";
import { renderWithSandbox } from "react-easel/testing";
import "react-easel/styles.css";
export const App = () => <EaselProvider client={createClient()}><Studio /></EaselProvider>;
export function Own() {
  const { generate } = useGenerate(sdxlTorch);
  // @ts-expect-error a key that the model does not have
  generate({ prompt: "a", promt: "b" });
  return renderWithSandbox(<App />);
}
export type Own2 = Backend;
`,
);
const base = {
  strict: true,
  noEmit: true,
  jsx: "react-jsx",
  target: "ES2022",
  lib: ["ES2023", "DOM"],
  types: ["node"],
};
for (const [module, moduleResolution] of [
  ["ESNext", "bundler"],
  ["NodeNext", "NodeNext"],
]) {
  writeFileSync(join(outside, "package.json"), '{ "type": "module" }');
  writeFileSync(
    join(outside, "tsconfig.json"),
    JSON.stringify({
      compilerOptions: { ...base, module, moduleResolution, skipLibCheck: true },
      files: ["app.tsx"],
    }),
  );
  run(process.execPath, [join(root, "node_modules/typescript/bin/tsc"), "-p", "."]);
}

const behind = (path, seen = new Set()) => {
  if (seen.has(path)) return seen;
  seen.add(path);
  const code = readFileSync(path, "utf8");
  for (const [, to] of code.matchAll(/from "(\.[^"]+)"|^import "(\.[^"]+)"/gm)) {
    if (to) behind(join(path, "..", to), seen);
  }
  return seen;
};
const behindLabels = [...behind(join(installed, "dist/labels/index.js"))];
const forBrowsers = behindLabels.filter((path) =>
  readFileSync(path, "utf8").startsWith('"use client"'),
);
if (behindLabels.length < 10 || forBrowsers.length > 0) {
  throw new Error(`react-easel/labels is not for servers: ${forBrowsers.join(", ")}`);
}

const browserModules = ["hooks", "components"].flatMap((folder) =>
  readdirSync(join(installed, "dist", folder), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".js"))
    .map((path) => [
      join(folder, path),
      readFileSync(join(installed, "dist", folder, path), "utf8"),
    ]),
);
const silent = browserModules.filter(
  ([, code]) => /\buse[A-Z]\w*\(|forwardRef/.test(code) && !code.startsWith('"use client"'),
);
if (silent.length > 0) {
  throw new Error(`"use client" was lost in ${silent.map(([path]) => path).join(", ")}`);
}
console.log(`The package works from outside: ${filename}`);
