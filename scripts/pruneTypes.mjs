// Removes declarations that no entry references. Apps can't import them, and they are the majority.
import { readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { root } from "./install.mjs";

const dist = join(root, "dist");
const declarations = readdirSync(dist, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".d.ts"))
  .map((path) => join(dist, path));

const reached = new Set();
function visit(path) {
  if (reached.has(path)) return;
  reached.add(path);
  for (const [, to] of readFileSync(path, "utf8").matchAll(/"(\.[^"]+)\.tsx?"/g)) {
    visit(join(path, "..", `${to}.d.ts`));
  }
}

const isEntry = (path) =>
  /^(exports\/|styles)/.test(path.slice(dist.length + 1).replaceAll("\\", "/"));
for (const path of declarations.filter(isEntry)) visit(path);
for (const path of declarations) if (!reached.has(path)) rmSync(path);
