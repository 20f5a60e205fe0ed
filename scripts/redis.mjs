// Starts a Redis of its own for tests; gets redis-server when the machine has none (as root, on Debian).
//   import { startRedis } from ...   -> { url, port, stop() } or undefined when none can be had
import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";

const onPath = (name) =>
  (process.env.PATH ?? "")
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find((path) => existsSync(path));

function install() {
  if (process.platform !== "linux" || process.getuid?.() !== 0 || !onPath("apt-get")) return;
  const run = (...args) =>
    execFileSync("apt-get", args, {
      stdio: ["ignore", 2, 2],
      // Debian starts what it installs; the tests start their own.
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive", RUNLEVEL: "1" },
    });
  try {
    run("update", "-q");
    run("install", "-y", "-q", "--no-install-recommends", "redis-server");
  } catch {
    // Then there is none, and whoever asked says so.
  }
}

function findRedis() {
  return process.env.REDIS_SERVER_PATH ?? onPath("redis-server") ?? onPath("valkey-server");
}

/** The path of a redis-server; undefined when none could be had. */
export function ensureRedis() {
  const found = findRedis();
  if (found) return found;
  install();
  return findRedis();
}

const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

const answers = (port) =>
  new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1", () => socket.write("PING\r\n"));
    const end = (good) => {
      socket.destroy();
      resolve(good);
    };
    socket.once("data", (data) => end(String(data).startsWith("+PONG")));
    socket.once("error", () => end(false));
  });

/** Starts a Redis that keeps nothing on disk. It ends with `stop`, and with this process. */
export async function startRedis(port) {
  const path = ensureRedis();
  if (!path) return undefined;
  const chosen = port ?? (await freePort());
  const folder = mkdtempSync(join(tmpdir(), "easel-redis-"));
  const args = [
    "--port",
    String(chosen),
    "--bind",
    "127.0.0.1",
    "--save",
    "",
    "--appendonly",
    "no",
  ];
  const server = spawn(path, [...args, "--dir", folder], { stdio: "ignore" });
  const kill = () => server.kill("SIGKILL");
  process.once("exit", kill);
  const ended = new Promise((resolve) => {
    server.once("exit", resolve);
    server.once("error", resolve);
  });
  const stop = async () => {
    process.off("exit", kill);
    kill();
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  for (const end = Date.now() + 10_000; Date.now() < end && server.exitCode === null;) {
    if (await answers(chosen)) return { url: `redis://127.0.0.1:${chosen}`, port: chosen, stop };
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  await stop();
  return undefined;
}
