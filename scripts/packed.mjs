// Helpers for the packed package, which `npm run check:package` creates.
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fail, root } from "./install.mjs";

/** Folder inside node_modules, so that peers resolve but src doesn't. */
export const outside = join(root, "node_modules/.cache/outside");
export const tarball = join(outside, "react-easel.tgz");

/** Runs a command and returns its output. If it fails, prints the output and exits with code 1. */
export function call(command, args, { cwd = outside, env } = {}) {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd,
    encoding: "utf8",
    env: { ...process.env, ...env },
    shell: process.platform === "win32",
  });
  const output = `${stdout ?? ""}${stderr ?? ""}`;
  if (status !== 0) {
    console.error(output, error ?? "");
    fail(`${[command, ...args].join(" ")} failed in ${cwd} for the reason above.`);
  }
  return output;
}

/**
 * Calls `check` with the folder of an app outside the repository, which is removed on exit. The app has the files in
 * `test/package`, the given dependencies, and the packed package.
 */
export function withApp(dependencies, check) {
  if (!existsSync(tarball)) fail("Run npm run build and npm run check:package first.");
  const folder = mkdtempSync(join(tmpdir(), "easel-app-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  cpSync(join(root, "test/package"), folder, { recursive: true });
  cpSync(tarball, join(folder, "react-easel.tgz"));
  const manifest = {
    name: "easel-app",
    version: "1.0.0",
    private: true,
    type: "module",
    dependencies: { "react-easel": "file:./react-easel.tgz", ...dependencies },
  };
  writeFileSync(join(folder, "package.json"), JSON.stringify(manifest, undefined, 2));
  return check(folder);
}
