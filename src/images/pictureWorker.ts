import type { PictureWish } from "./picturePlan.ts";
import { preparePicture, type Preparation } from "./preparePicture.ts";

export interface PictureOrder {
  readonly file: Blob;
  readonly wish: PictureWish;
}

/** Sent when the worker has loaded. */
export interface WorkerGreeting {
  readonly able: boolean;
}

const worker = globalThis as unknown as Worker;
const able = typeof OffscreenCanvas === "function" && typeof createImageBitmap === "function";

const say = (message: WorkerGreeting | Preparation): void => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker's takes none
  worker.postMessage(message);
};

worker.addEventListener("message", ({ data }: MessageEvent<PictureOrder>) => {
  void preparePicture(data.file, data.wish).then(say);
});
say({ able });
