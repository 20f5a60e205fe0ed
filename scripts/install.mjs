// What `npm start` and `npm test` need before anything of node_modules can be imported.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
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

/** Installs the dependencies of the lockfile when there are none yet. */
export function install() {
  if (existsSync(new URL("../node_modules/.package-lock.json", import.meta.url))) return;
  console.log("First run: installing the dependencies …");
  const status = run("npm", ["ci", "--no-audit", "--no-fund"]);
  if (status !== 0) process.exit(status);
}
