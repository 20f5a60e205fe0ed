// The Next example as an app would have it: over the packed package, built for production, and served on a port.
//
//   node scripts/next.mjs 6308      after `npm run build` and `npm run check:package`
import { spawn } from "node:child_process";
import { cpSync, rmSync } from "node:fs";
import { join } from "node:path";
import { root, run } from "./install.mjs";

const port = process.argv[2] ?? "3000";
const app = join(root, "examples/next");
const installed = join(app, "node_modules/react-easel");
rmSync(installed, { recursive: true, force: true });
cpSync(join(root, "node_modules/.cache/outside/node_modules/react-easel"), installed, {
  recursive: true,
});

const next = join(root, "node_modules/next/dist/bin/next");
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
    ORIGIN: `http://localhost:${port}`,
  },
});
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => server.kill(signal));
server.on("exit", (code) => process.exit(code ?? 0));
