// Prints the path to nginx. Installs it if necessary (as root, on Debian).
//   node scripts/nginx.mjs           -> path on stdout, or exit code 1 if it can't be installed
//   import { startNginx } from ...   -> { port, stop() }; never installs
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findFreePort } from "./findFreePort.mjs";
import { installPackages, onPath, printPath } from "./findProgram.mjs";

function findNginx() {
  // On Debian, a user's PATH doesn't include /usr/sbin.
  return process.env.NGINX_PATH ?? onPath("nginx", "../sbin/nginx");
}

function ensureNginx() {
  // Prevents Debian from starting the service, because the tests start their own.
  return (
    findNginx() ?? (installPackages(["nginx-light"], { RUNLEVEL: "1" }) ? findNginx() : undefined)
  );
}

/** Proxies to one server over kept-alive connections. */
const config = (folder, port, upstreamPort) => `
daemon off;
${process.getuid?.() === 0 ? "user root;" : ""}
worker_processes 1;
pid ${folder}/pid;
error_log ${folder}/error.log info;
events { worker_connections 512; }
http {
  access_log off;
  client_max_body_size 20m;
  client_body_temp_path ${folder}/body;
  proxy_temp_path ${folder}/proxy;
  fastcgi_temp_path ${folder}/fastcgi;
  uwsgi_temp_path ${folder}/uwsgi;
  scgi_temp_path ${folder}/scgi;
  upstream app {
    server 127.0.0.1:${upstreamPort} max_fails=0;
    keepalive 32;
  }
  server {
    listen 127.0.0.1:${port};
    location / {
      proxy_pass http://app;
      proxy_http_version 1.1;
      proxy_set_header Connection "";
      proxy_set_header Host $http_host;
    }
  }
}
`;

const isOpen = (port) =>
  new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1", () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", () => resolve(false));
  });

/** Starts nginx in front of a local server. It runs until `stop` is called or this process exits. */
export async function startNginx(upstreamPort) {
  const path = findNginx();
  if (!path) throw new Error("nginx isn't installed: run node scripts/nginx.mjs");
  const port = await findFreePort();
  const folder = mkdtempSync(join(tmpdir(), "easel-nginx-"));
  writeFileSync(join(folder, "nginx.conf"), config(folder, port, upstreamPort));
  const server = spawn(
    path,
    ["-p", folder, "-c", join(folder, "nginx.conf"), "-e", join(folder, "error.log")],
    { stdio: "ignore" },
  );
  const kill = () => server.kill("SIGTERM");
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
    if (await isOpen(port)) return { port, stop };
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  const log = readFileSync(join(folder, "error.log"), "utf8");
  await stop();
  throw new Error(`nginx didn't start: ${log}`);
}

printPath(
  import.meta.url,
  ensureNginx,
  "nginx wasn't found: set NGINX_PATH to its path, or install it (on Debian, as root: apt-get install nginx-light).",
);
