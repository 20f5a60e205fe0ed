// What `npm start` and `npm test` need before anything of node_modules can be imported.
import { spawnSync } from "node:child_process";
import { statSync } from "node:fs";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("..", import.meta.url));

/** Runs a command to its end, with our output as its output. */
export function run(command, args, options = {}) {
  const { status } = spawnSync(command, args, {
    cwd: root,
    stdio: "inherit",
    shell: process.platform === "win32",
    ...options,
    env: { ...process.env, STORYBOOK_DISABLE_TELEMETRY: "1", ...options.env },
  });
  return status ?? 1;
}

/** Installs what the lockfile says, when nothing is installed or the lockfile has changed since. */
export function install() {
  const [locked, installed] = ["package-lock.json", "node_modules/.package-lock.json"].map((path) =>
    statSync(new URL(`../${path}`, import.meta.url), { throwIfNoEntry: false }),
  );
  if (installed && installed.mtimeMs >= (locked?.mtimeMs ?? 0)) return;
  console.log("Installing the dependencies …");
  const status = run("npm", ["ci", "--no-audit", "--no-fund"]);
  if (status !== 0) process.exit(status);
}
