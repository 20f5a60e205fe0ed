// Prepares a fresh clone. Imports nothing from node_modules, which may not exist yet.
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("..", import.meta.url));

const megabyte = 2 ** 20;
/** Disk space for node_modules and npm's cache, in megabytes. */
const neededToInstall = 1_500;
/** Disk space for caches and build output, in megabytes. */
const neededToRun = 200;

/** Prints a sentence with instructions, and exits with code 1. */
export function fail(sentence) {
  console.error(`\n${sentence}`);
  process.exit(1);
}

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

function checkNode() {
  const { engines } = JSON.parse(
    fs.readFileSync(new URL("../package.json", import.meta.url), "utf8"),
  );
  const [major, minor] = engines.node.match(/\d+/g).map(Number);
  const [ownMajor, ownMinor] = process.versions.node.split(".").map(Number);
  if (ownMajor > major || (ownMajor === major && ownMinor >= minor)) return;
  fail(
    `Easel requires Node ${major}.${minor} or later, but this is ${process.version}: install a newer Node from https://nodejs.org and run the command again.`,
  );
}

function checkDisk(needed) {
  const { bavail, bsize } = fs.statfsSync(root);
  const free = Math.floor((bavail * bsize) / megabyte);
  if (free >= needed) return;
  fail(
    `The disk is nearly full (${free} MB free, ${needed} MB needed): free some space and run the command again.`,
  );
}

function isInstalled(folder) {
  const [locked, installed] = ["package-lock.json", "node_modules/.package-lock.json"].map((path) =>
    fs.statSync(join(folder, path), { throwIfNoEntry: false }),
  );
  return installed && installed.mtimeMs >= (locked?.mtimeMs ?? 0);
}

const noNetwork = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH/;

/**
 * Installs a folder's locked dependencies if they are missing or its lockfile has changed. Ends the process with
 * instructions if the disk is full or the registry can't be reached.
 */
export function ensureInstalled(folder) {
  if (isInstalled(folder)) return;
  checkDisk(neededToInstall);
  console.log("Installing the dependencies (about a minute) …");
  const { status, stderr } = spawnSync("npm", ["ci", "--no-audit", "--no-fund"], {
    cwd: folder,
    stdio: ["inherit", "inherit", "pipe"],
    encoding: "utf8",
    shell: process.platform === "win32",
  });
  if (status === 0) return;
  if (stderr.includes("ENOSPC")) {
    fail(
      "The disk became full during the installation: free some space and run the command again.",
    );
  }
  if (noNetwork.test(stderr)) {
    fail(
      "The dependencies can't be downloaded because the npm registry can't be reached: connect to the network, or set a proxy (npm config set proxy …), and run the command again.",
    );
  }
  console.error(stderr);
  fail("npm ci failed for the reason above: fix the problem and run the command again.");
}

/** Installs the project's dependencies after checking Node's version and the disk space. */
export function install() {
  checkNode();
  checkDisk(neededToRun);
  ensureInstalled(root);
}
