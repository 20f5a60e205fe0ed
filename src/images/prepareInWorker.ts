import { EaselError } from "../protocol/EaselError.ts";
import type { WorkerReady } from "./imageWorker.ts";
import type { ImageLimits } from "./planResize.ts";
import { prepareImage, type Preparation } from "./prepareImage.ts";

/** Starts the worker. Bundlers recognize this syntax, and a content security policy may block it. */
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
    // Before startup, an error means that the worker didn't load. After startup, it means that memory ran out.
    worker.addEventListener("error", (event) => {
      event.preventDefault();
      resolve(isReady ? { refused: "unreadable" } : undefined);
    });
    worker.addEventListener("messageerror", () => resolve({ refused: "unreadable" }));
  }).finally(() => worker.terminate());
}

/** Prepares an image, in a worker if possible. @throws EaselError only with code `aborted` */
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
