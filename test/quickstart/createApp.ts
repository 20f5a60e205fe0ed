import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect } from "@playwright/test";
import type { Files } from "./readFiles.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const packed = join(root, "node_modules/.cache/outside/node_modules/react-easel");

export interface App {
  readonly write: (path: string, text: string) => void;
  /** Runs a script from the root or the app. Rejects if it fails. */
  readonly run: (script: string, ...args: readonly string[]) => Promise<void>;
  /** Starts a script and waits until the URL responds. */
  readonly start: (url: string, script: string, ...args: readonly string[]) => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Environment without variables that affect the app. */
const env = {
  ...Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(NODE_ENV|EASEL_|SEGMIND_|PORT$)/.test(name)),
  ),
  NEXT_TELEMETRY_DISABLED: "1",
} as unknown as NodeJS.ProcessEnv;

/**
 * Writes an app with the packed package to an empty folder.
 *
 * @param folder path relative to the root, below the folder with the framework's node_modules
 */
export function createApp(folder: string, files: Files): App {
  const home = join(root, folder);
  const running: ChildProcess[] = [];

  function write(path: string, text: string): void {
    mkdirSync(dirname(join(home, path)), { recursive: true });
    writeFileSync(join(home, path), text);
  }

  function launch(script: string, args: readonly string[]): ChildProcess {
    const path = script.startsWith("./") ? join(home, script) : join(root, script);
    // Runs in a separate process group, because development servers start child processes.
    return spawn(process.execPath, [path, ...args], {
      cwd: home,
      env,
      stdio: "inherit",
      detached: true,
    });
  }

  rmSync(home, { recursive: true, force: true });
  cpSync(packed, join(home, "node_modules/react-easel"), { recursive: true });
  for (const [path, text] of Object.entries(files)) write(path, text);

  return {
    write,
    async run(script, ...args) {
      const [code] = (await once(launch(script, args), "exit")) as [number | null];
      expect(code, `${script} ${args.join(" ")}`).toBe(0);
    },
    async start(url, script, ...args) {
      running.push(launch(script, args));
      const answers = () =>
        fetch(url).then(
          () => true,
          () => false,
        );
      await expect.poll(answers, { timeout: 120_000 }).toBe(true);
    },
    async stop() {
      await Promise.all(
        running.splice(0).map(async (child) => {
          if (child.exitCode !== null || child.pid === undefined) return;
          process.kill(-child.pid, "SIGKILL");
          await once(child, "exit");
        }),
      );
    },
  };
}
