// Runs the packed package with the lowest accepted version of each peer.
import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fail, root } from "./install.mjs";
import { call, withApp } from "./packed.mjs";

const { peerDependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const lowest = Object.fromEntries(
  Object.entries(peerDependencies).map(([name, range]) => [name, range.match(/\d+\.\d+\.\d+/)[0]]),
);
// zod 4 requires TypeScript 5.5, so apps can't use an older version.
const types = {
  "@types/node": "20",
  "@types/react": "18",
  "@types/react-dom": "18",
  typescript: "5.5",
};

withApp({ ...lowest, ...types }, (folder) => {
  const said = call("npm", ["install", "--no-audit", "--no-fund"], { cwd: folder });
  if (/ERESOLVE|peer/i.test(said)) fail(`npm warns about the peers:\n${said}`);
  for (const [name, version] of Object.entries(lowest)) {
    const path = join(folder, "node_modules", name, "package.json");
    const installed = JSON.parse(readFileSync(path, "utf8")).version;
    if (installed !== version) fail(`${name} ${installed} was installed instead of ${version}.`);
  }
  call(process.execPath, ["app.mjs"], { cwd: folder });

  const compilerOptions = {
    strict: true,
    noEmit: true,
    jsx: "react-jsx",
    target: "ES2022",
    lib: ["ES2023", "DOM"],
    types: ["node"],
    module: "ESNext",
    moduleResolution: "bundler",
    skipLibCheck: true,
  };
  const config = JSON.stringify({ compilerOptions, files: ["app.tsx"] });
  writeFileSync(join(folder, "tsconfig.json"), config);
  call(process.execPath, ["node_modules/typescript/bin/tsc", "-p", "."], { cwd: folder });

  // Kept for the unit tests with the lowest version of zod.
  const kept = join(root, "node_modules/.cache/lowest/node_modules/zod");
  rmSync(kept, { recursive: true, force: true });
  cpSync(join(folder, "node_modules/zod"), kept, { recursive: true });
});
const list = Object.entries(lowest).map(([name, version]) => `${name} ${version}`);
console.log(`The package works with ${list.join(", ")}.`);
