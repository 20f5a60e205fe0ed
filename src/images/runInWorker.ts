import { EaselError } from "../protocol/EaselError.ts";
import type { ImageTask, WorkerReady } from "./imageWorker.ts";

/** Starts the worker with syntax that bundlers recognize. A content security policy may block the worker. */
function startWorker(): Worker | undefined {
  try {
    return new Worker(new URL("./imageWorker.ts", import.meta.url), { type: "module" });
  } catch {
    return undefined;
  }
}

function askWorker<Outcome extends object>(
  task: ImageTask,
  signal: AbortSignal | undefined,
): Promise<Outcome | { readonly refused: "unreadable" } | undefined> {
  const worker = startWorker();
  if (!worker) return Promise.resolve(undefined);
  let isReady = false;
  return new Promise<Outcome | { readonly refused: "unreadable" } | undefined>(
    (resolve, reject) => {
      signal?.addEventListener("abort", () => reject(new EaselError("aborted")), { once: true });
      worker.addEventListener("message", ({ data }: MessageEvent<WorkerReady | Outcome>) => {
        if (!("isSupported" in data)) return resolve(data);
        isReady = data.isSupported;
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no target origin
        return isReady ? worker.postMessage(task) : resolve(undefined);
      });
      // If the worker isn't ready, an error means that it couldn't be loaded. Otherwise, it ran out of memory.
      worker.addEventListener("error", (event) => {
        event.preventDefault();
        resolve(isReady ? { refused: "unreadable" } : undefined);
      });
      worker.addEventListener("messageerror", () => resolve({ refused: "unreadable" }));
    },
  ).finally(() => worker.terminate());
}

/** Runs a task in a worker, or with `fallback` if no worker can be started. @throws EaselError only with code `aborted` */
export async function runInWorker<Outcome extends object>(
  task: ImageTask,
  fallback: () => Promise<Outcome>,
  signal?: AbortSignal,
): Promise<Outcome | { readonly refused: "unreadable" }> {
  if (signal?.aborted) throw new EaselError("aborted");
  const outcome = (await askWorker<Outcome>(task, signal)) ?? (await fallback());
  if (signal?.aborted) throw new EaselError("aborted");
  return outcome;
}
