import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import react from "@vitejs/plugin-react";
import { build, type InlineConfig } from "vite";
import { vi } from "vitest";
import { entryAliases } from "../../vite.config.ts";
import type { CellLog, Order } from "./backend.ts";
import type { Cell } from "./cells.ts";
import type { FastTime } from "./fastTime.ts";
import type { CellHost } from "./runCell.ts";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const cache = here("../../node_modules/.cache/matrix");

/** Creates a production build of the page and its backend. */
async function buildBoth(): Promise<void> {
  // The test runner sets "test", for which Vite would bundle React's development build.
  vi.stubEnv("NODE_ENV", "production");
  const shared: InlineConfig = {
    configFile: false,
    logLevel: "error",
    publicDir: false,
    resolve: { alias: entryAliases },
  };
  await Promise.all([
    build({
      ...shared,
      root: here("page"),
      plugins: [react()],
      build: {
        outDir: `${cache}/page`,
        emptyOutDir: true,
        rolldownOptions: { onwarn: () => {} },
      },
    }),
    build({
      ...shared,
      build: {
        ssr: here("backendThread.ts"),
        outDir: `${cache}/backend`,
        emptyOutDir: true,
        rolldownOptions: { output: { entryFileNames: "thread.mjs" } },
      },
    }),
  ]);
  vi.unstubAllEnvs();
}

export interface RunningHost extends CellHost {
  readonly open: (cell: Cell) => Promise<unknown>;
  readonly close: (id: string) => Promise<unknown>;
  readonly stop: () => Promise<unknown>;
}

type Unnumbered<T> = T extends unknown ? Omit<T, "number"> : never;

/** Builds the page and the backend, and runs the backend in a separate thread with fast time. */
export async function startHost(time: FastTime): Promise<RunningHost> {
  await buildBoth();
  const worker = new Worker(`${cache}/backend/thread.mjs`, {
    workerData: { page: `${cache}/page`, time },
  });
  const waiting = new Map<number, (log: CellLog) => void>();
  let number = 0;
  const origin = await new Promise<string>((resolve, reject) => {
    worker.once("error", reject);
    worker.on("message", (said: { origin?: string; number?: number; log?: CellLog }) => {
      if (said.origin !== undefined) resolve(said.origin);
      if (said.number !== undefined) waiting.get(said.number)?.(said.log as CellLog);
    });
  });
  const ask = (order: Unnumbered<Order>): Promise<CellLog> =>
    new Promise((resolve) => {
      const own = ++number;
      waiting.set(own, (log) => {
        waiting.delete(own);
        resolve(log);
      });
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no target origin
      worker.postMessage({ ...order, number: own });
    });
  return {
    origin,
    open: (cell) => ask({ verb: "open", cell }),
    release: (id) => ask({ verb: "release", id }),
    heal: (id) => ask({ verb: "heal", id }),
    log: (id) => ask({ verb: "log", id }),
    close: (id) => ask({ verb: "close", id }),
    stop: () => worker.terminate(),
  };
}
