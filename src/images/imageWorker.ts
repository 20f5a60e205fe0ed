import type { ImageLimits } from "./planResize.ts";
import { prepareImage, type Preparation } from "./prepareImage.ts";

export interface WorkerReady {
  readonly isSupported: boolean;
}

const worker = globalThis as unknown as Worker;
const isSupported =
  typeof OffscreenCanvas === "function" && typeof createImageBitmap === "function";

const send = (message: WorkerReady | Preparation): void => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no target origin
  worker.postMessage(message);
};

worker.addEventListener(
  "message",
  ({ data }: MessageEvent<{ file: Blob; limits: ImageLimits }>) => {
    void prepareImage(data.file, data.limits).then(send);
  },
);
send({ isSupported });
