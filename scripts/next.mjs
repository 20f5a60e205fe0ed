// Builds and serves the Next example with the packed package.
//
//   node scripts/next.mjs 6308      after `npm run build` and `npm run check:package`
import { spawn } from "node:child_process";
import { cpSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ensureInstalled, root, run } from "./install.mjs";

const port = process.argv[2] ?? "3000";
// Next is installed separately, because it would double the size of the root's dependencies.
const home = join(root, "test/next");
const app = join(home, "app");

ensureInstalled(home);
rmSync(app, { recursive: true, force: true });
cpSync(join(root, "examples/next"), app, {
  recursive: true,
  filter: (path) => !/node_modules|\.next$/.test(path),
});
cpSync(
  join(root, "node_modules/.cache/outside/node_modules/react-easel"),
  join(app, "node_modules/react-easel"),
  { recursive: true },
);
// Resolves React and the other peers from the root.
writeFileSync(
  join(app, "next.config.mjs"),
  `export default { turbopack: { root: ${JSON.stringify(root)} } };\n`,
);

const next = join(home, "node_modules/next/dist/bin/next");
const options = { cwd: app, env: { NEXT_TELEMETRY_DISABLED: "1" } };
const status = run(process.execPath, [next, "build"], options);
if (status !== 0) process.exit(status);
const server = spawn(process.execPath, [next, "start", "--port", port], {
  cwd: app,
  stdio: "inherit",
  env: {
    ...process.env,
    ...options.env,
    SEGMIND_API_KEY: "",
  },
});
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => server.kill(signal));
server.on("exit", (code) => process.exit(code ?? 0));
