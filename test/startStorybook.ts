import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { TestProject } from "vitest/node";
import { findFreePort } from "../scripts/findFreePort.mjs";

declare module "vitest" {
  export interface ProvidedContext {
    readonly storybookUrl: string;
  }
}

const startTimeoutMs = 300_000;
const root = fileURLToPath(new URL("..", import.meta.url));

const isReady = (url: string): Promise<boolean> =>
  fetch(`${url}/iframe.html`).then(
    ({ ok }) => ok,
    () => false,
  );

/** Starts the playground for one browser's tests. Returns a function that stops it. */
export async function startStorybook(project: TestProject, browser: string) {
  const port = await findFreePort();
  const url = `http://localhost:${port}`;
  project.provide("storybookUrl", url);
  const options = "--ci --no-open --no-version-updates --disable-telemetry";
  const server = spawn(
    process.execPath,
    [
      "node_modules/storybook/dist/bin/dispatcher.js",
      "dev",
      `--port=${port}`,
      "--exact-port",
      ...options.split(" "),
    ],
    {
      cwd: root,
      stdio: ["ignore", "pipe", "pipe"],
      env: {
        ...process.env,
        SEGMIND_API_KEY: "",
        // Separate per browser, because two servers that bundle dependencies into one folder break each other's pages.
        CACHE_DIR: `${root}node_modules/.cache/storybook-${browser}`,
        // Unset, because the stories' backend would run in the page under Vitest.
        VITEST: undefined,
        NODE_ENV: undefined,
      },
    },
  );
  const output: Buffer[] = [];
  for (const stream of [server.stdout, server.stderr]) {
    stream.on("data", (chunk: Buffer) => output.push(chunk));
  }
  const exited = once(server, "exit");
  const kill = () => server.kill();
  process.once("exit", kill);
  async function stop() {
    process.off("exit", kill);
    kill();
    await exited;
  }
  const end = Date.now() + startTimeoutMs;
  while (!(await isReady(url))) {
    if ((server.exitCode ?? server.signalCode) !== null || Date.now() > end) {
      await stop();
      throw new Error(`Storybook didn't start:\n${Buffer.concat(output).toString()}`);
    }
    await sleep(100);
  }
  return stop;
}
