import { EaselError } from "../protocol/EaselError.ts";
import type { WorkerReady } from "./imageWorker.ts";
import type { ImageLimits } from "./planResize.ts";
import { prepareImage, type Preparation } from "./prepareImage.ts";

/** Starts the worker with syntax that bundlers recognize. A content security policy may block the worker. */
function startWorker(): Worker | undefined {
  try {
    return new Worker(new URL("./imageWorker.ts", import.meta.url), { type: "module" });
  } catch {
    return undefined;
  }
}

function runWorker(
  file: Blob,
  limits: ImageLimits,
  signal: AbortSignal | undefined,
): Promise<Preparation | undefined> {
  const worker = startWorker();
  if (!worker) return Promise.resolve(undefined);
  let isReady = false;
  return new Promise<Preparation | undefined>((resolve, reject) => {
    signal?.addEventListener("abort", () => reject(new EaselError("aborted")), { once: true });
    worker.addEventListener("message", ({ data }: MessageEvent<WorkerReady | Preparation>) => {
      if (!("isSupported" in data)) return resolve(data);
      isReady = data.isSupported;
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no target origin
      return isReady ? worker.postMessage({ file, limits }) : resolve(undefined);
    });
    // If the worker isn't ready, an error means that it couldn't be loaded. Otherwise, it ran out of memory.
    worker.addEventListener("error", (event) => {
      event.preventDefault();
      resolve(isReady ? { refused: "unreadable" } : undefined);
    });
    worker.addEventListener("messageerror", () => resolve({ refused: "unreadable" }));
  }).finally(() => worker.terminate());
}

/** Prepares an image, in a worker if one can be started. @throws EaselError only with code `aborted` */
export async function prepareInWorker(
  file: Blob,
  limits: ImageLimits,
  signal?: AbortSignal,
): Promise<Preparation> {
  if (signal?.aborted) throw new EaselError("aborted");
  const preparation = (await runWorker(file, limits, signal)) ?? (await prepareImage(file, limits));
  if (signal?.aborted) throw new EaselError("aborted");
  return preparation;
}
