// Prints the path of a redis-server; installs one if the machine has none (as root, on Debian).
//   node scripts/redis.mjs           -> path on stdout (exit 1 when there is none)
//   import { startRedis } from ...   -> { url, port, stop() }, never installs
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
  // Debian starts an installed service; the tests start their own.
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
 * Starts a Redis that keeps nothing on disk. It ends with `stop`, and with this process.
 *
 * @param more further arguments of redis-server
 */
export async function startRedis(port, more = []) {
  const path = findRedis();
  if (!path) throw new Error("There is no redis-server: run node scripts/redis.mjs");
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
  throw new Error("redis-server did not answer.");
}

printPath(
  import.meta.url,
  ensureRedis,
  "No Redis found: set REDIS_SERVER_PATH to the path of redis-server, or install it (on Debian, as root: apt-get install redis-server).",
);
