// Finds programs on this machine, and installs Debian packages if permitted.
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

/** Returns the path to the first of these programs that is on PATH. */
export function onPath(...names) {
  const folders = (process.env.PATH ?? "").split(delimiter);
  return names
    .flatMap((name) => folders.map((folder) => join(folder, name)))
    .find((path) => existsSync(path));
}

/** Installs Debian packages. Returns false on other systems, without root, or on failure. */
export function installPackages(packages, env = {}) {
  if (process.platform !== "linux" || process.getuid?.() !== 0 || !onPath("apt-get")) return false;
  const run = (...args) =>
    execFileSync("apt-get", args, {
      // Prints to stderr, because another program may read stdout.
      stdio: ["ignore", 2, 2],
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive", ...env },
    });
  try {
    run("update", "-q");
    run("install", "-y", "-q", "--no-install-recommends", ...packages);
    return true;
  } catch {
    return false;
  }
}

/**
 * If the module is the main program, prints the path that `ensure` returns, or prints `missing` and exits with code 1.
 */
export function printPath(moduleUrl, ensure, missing) {
  if (process.argv[1] !== fileURLToPath(moduleUrl)) return;
  const path = ensure();
  if (!path) {
    console.error(missing);
    process.exit(1);
  }
  console.log(path);
}
