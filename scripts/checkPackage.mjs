// Packs the package, unpacks it outside the repository's source, and uses it like an app.
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { findBrokenLinks, findUnshippedFiles } from "./findBrokenLinks.mjs";
import { fail, root } from "./install.mjs";
import { call, outside, tarball } from "./packed.mjs";

const installed = join(outside, "node_modules/react-easel");
rmSync(outside, { recursive: true, force: true });
mkdirSync(installed, { recursive: true });

const packing = ["pack", "--json", "--pack-destination", outside];
const [{ filename }] = JSON.parse(call("npm", ["--loglevel=error", ...packing], { cwd: root }));
renameSync(join(outside, filename), tarball);
call("tar", ["-xzf", tarball, "-C", installed, "--strip-components=1"]);

// Uses an unreachable registry, because a dry run must not contact one.
const dryRun = [
  "--dry-run",
  "--ignore-scripts",
  "--fetch-retries=0",
  "--registry=http://127.0.0.1:9",
];
const publishing = call("npm", ["publish", tarball, ...dryRun]);
const warnings = publishing
  .split("\n")
  .filter((line) => /^npm warn/i.test(line) && !line.includes("requires you to be logged in"));
if (warnings.length > 0) fail(`npm publish warns:\n${warnings.join("\n")}`);

const pages = readdirSync(installed, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".md"))
  .map((path) => join(installed, path));
const broken = [...findBrokenLinks(installed, pages), ...findUnshippedFiles(installed, pages)];
if (broken.length > 0)
  fail(`Pages in the package refer to files outside it:\n${broken.join("\n")}`);

cpSync(join(root, "test/package"), outside, { recursive: true });
call(process.execPath, ["app.mjs"]);

const tsc = join(root, "node_modules/typescript/bin/tsc");
const base = {
  strict: true,
  noEmit: true,
  jsx: "react-jsx",
  target: "ES2022",
  lib: ["ES2023", "DOM"],
  types: ["node"],
  skipLibCheck: true,
};
writeFileSync(join(outside, "package.json"), '{ "type": "module" }');
for (const [module, moduleResolution] of [
  ["ESNext", "bundler"],
  ["NodeNext", "NodeNext"],
]) {
  writeFileSync(
    join(outside, "tsconfig.json"),
    JSON.stringify({ compilerOptions: { ...base, module, moduleResolution }, files: ["app.tsx"] }),
  );
  call(process.execPath, [tsc, "-p", "."]);
}

/**
 * Runs and type-checks a server outside the repository, where zod is the only peer. Also checks the declarations,
 * because TypeScript reports a missing package only in the importing file.
 */
function checkServer() {
  const folder = mkdtempSync(join(tmpdir(), "easel-server-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  const { dependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  for (const name of [...Object.keys(dependencies), "zod", "@types/node"]) {
    const link = join(folder, "node_modules", name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(join(root, "node_modules", name), link, "junction");
  }
  cpSync(installed, join(folder, "node_modules/react-easel"), { recursive: true });
  cpSync(join(root, "test/package"), folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  const compilerOptions = {
    ...base,
    module: "NodeNext",
    moduleResolution: "NodeNext",
    skipLibCheck: false,
  };
  writeFileSync(
    join(folder, "tsconfig.json"),
    JSON.stringify({ compilerOptions, files: ["server.ts"] }),
  );
  call(process.execPath, ["server.mjs"], { cwd: folder });
  call(process.execPath, [tsc, "-p", "."], { cwd: folder });
}
checkServer();

const behind = (path, seen = new Set()) => {
  if (seen.has(path)) return seen;
  seen.add(path);
  const code = readFileSync(path, "utf8");
  for (const [, to] of code.matchAll(/from "(\.[^"]+)"|^import "(\.[^"]+)"/gm)) {
    if (to) behind(join(path, "..", to), seen);
  }
  return seen;
};
const behindLabels = [...behind(join(installed, "dist/exports/labels.js"))];
const forBrowsers = behindLabels.filter((path) =>
  readFileSync(path, "utf8").startsWith('"use client"'),
);
if (behindLabels.length < 10 || forBrowsers.length > 0) {
  fail(`react-easel/labels has client modules: ${forBrowsers.join(", ")}`);
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
  fail(`"use client" is missing from ${silent.map(([path]) => path).join(", ")}`);
}
const kilobytes = Math.round(statSync(tarball).size / 1000);
console.log(`The package works outside the repository: ${filename}, ${kilobytes} kB packed.`);
