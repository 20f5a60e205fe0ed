// Prints the path to redis-server. Installs it if necessary (as root, on Debian).
//   node scripts/redis.mjs           -> path on stdout, or exit code 1 if it can't be installed
//   import { startRedis } from ...   -> { url, port, stop() }; never installs
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findFreePort } from "./findFreePort.mjs";
import { installPackages, onPath, printPath } from "./findProgram.mjs";

function findRedis() {
  return process.env.REDIS_SERVER_PATH ?? onPath("redis-server", "valkey-server");
}

function ensureRedis() {
  // Prevents Debian from starting the service, because the tests start their own.
  return (
    findRedis() ?? (installPackages(["redis-server"], { RUNLEVEL: "1" }) ? findRedis() : undefined)
  );
}

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

/**
 * Starts a redis-server that doesn't write to disk. It runs until `stop` is called or this process exits.
 *
 * @param more additional command-line arguments
 */
export async function startRedis(port, more = []) {
  const path = findRedis();
  if (!path) throw new Error("redis-server isn't installed: run node scripts/redis.mjs");
  const chosen = port ?? (await findFreePort());
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
  const server = spawn(path, [...args, "--dir", folder, ...more], { stdio: "ignore" });
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
  for (const end = Date.now() + 60_000; Date.now() < end && server.exitCode === null;) {
    if (await answers(chosen)) return { url: `redis://127.0.0.1:${chosen}`, port: chosen, stop };
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  await stop();
  throw new Error("redis-server didn't respond.");
}

printPath(
  import.meta.url,
  ensureRedis,
  "redis-server wasn't found: set REDIS_SERVER_PATH to its path, or install it (on Debian, as root: apt-get install redis-server).",
);
