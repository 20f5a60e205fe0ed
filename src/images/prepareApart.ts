import { EaselError } from "../protocol/EaselError.ts";
import type { PictureWish } from "./picturePlan.ts";
import type { WorkerGreeting } from "./pictureWorker.ts";
import { preparePicture, type Preparation } from "./preparePicture.ts";

/** In this form bundlers find the worker and build it; a page's policy may still forbid it. */
function startWorker(): Worker | undefined {
  try {
    return new Worker(new URL("./pictureWorker.ts", import.meta.url), { type: "module" });
  } catch {
    return undefined;
  }
}

/** Undefined when there is no worker to be had here. */
function askWorker(
  file: Blob,
  wish: PictureWish,
  signal: AbortSignal | undefined,
): Promise<Preparation | undefined> {
  const worker = startWorker();
  if (!worker) return Promise.resolve(undefined);
  let begun = false;
  return new Promise<Preparation | undefined>((resolve, reject) => {
    signal?.addEventListener("abort", () => reject(new EaselError("aborted")), { once: true });
    worker.addEventListener("message", ({ data }: MessageEvent<WorkerGreeting | Preparation>) => {
      if (!("able" in data)) return resolve(data);
      begun = data.able;
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker's takes none
      return begun ? worker.postMessage({ file, wish }) : resolve(undefined);
    });
    // One that never came to greet was not loaded; one that breaks later had too much to hold.
    worker.addEventListener("error", (event) => {
      event.preventDefault();
      resolve(begun ? { refused: "unreadable" } : undefined);
    });
    worker.addEventListener("messageerror", () => resolve({ refused: "unreadable" }));
  }).finally(() => worker.terminate());
}

/**
 * `preparePicture` away from the page's own thread, so that nothing stutters meanwhile. Where there is no worker to be had
 * (a page's `worker-src` policy, an old browser) it runs in the page.
 *
 * @throws EaselError `aborted`, and nothing else
 */
export async function prepareApart(
  file: Blob,
  wish: PictureWish,
  signal?: AbortSignal,
): Promise<Preparation> {
  if (signal?.aborted) throw new EaselError("aborted");
  const preparation = (await askWorker(file, wish, signal)) ?? (await preparePicture(file, wish));
  if (signal?.aborted) throw new EaselError("aborted");
  return preparation;
}
