import type { ImageLimits } from "./picturePlan.ts";
import { preparePicture, type Preparation } from "./preparePicture.ts";

export interface PrepareRequest {
  readonly file: Blob;
  readonly limits: ImageLimits;
}

/** Sent when the worker has loaded. */
export interface WorkerReady {
  readonly isSupported: boolean;
}

const worker = globalThis as unknown as Worker;
const isSupported =
  typeof OffscreenCanvas === "function" && typeof createImageBitmap === "function";

const send = (message: WorkerReady | Preparation): void => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker's takes none
  worker.postMessage(message);
};

worker.addEventListener("message", ({ data }: MessageEvent<PrepareRequest>) => {
  void preparePicture(data.file, data.limits).then(send);
});
send({ isSupported });
