import { fitImage, type FittedImage, type ImageTarget } from "./fitImage.ts";
import type { ImageLimits } from "./planResize.ts";
import { prepareImage, type Preparation } from "./prepareImage.ts";

export interface WorkerReady {
  readonly isSupported: boolean;
}

/** Image to prepare for a model, or to fit to a target. */
export type ImageTask = { readonly file: Blob } & (
  | { readonly limits: ImageLimits }
  | { readonly target: ImageTarget }
);

const worker = globalThis as unknown as Worker;
const isSupported =
  typeof OffscreenCanvas === "function" && typeof createImageBitmap === "function";

const send = (message: WorkerReady | Preparation | FittedImage): void => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no target origin
  worker.postMessage(message);
};

worker.addEventListener("message", ({ data }: MessageEvent<ImageTask>) => {
  const { file } = data;
  void ("target" in data ? fitImage(file, data.target) : prepareImage(file, data.limits)).then(
    send,
  );
});
send({ isSupported });
