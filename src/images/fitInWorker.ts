import { fitImage, type FittedImage, type ImageTarget } from "./fitImage.ts";
import { runInWorker } from "./runInWorker.ts";

/** Fits an image to a target, in a worker if one can be started. @throws EaselError only with code `aborted` */
export const fitInWorker = (
  file: Blob,
  target: ImageTarget,
  signal?: AbortSignal,
): Promise<FittedImage> => runInWorker({ file, target }, () => fitImage(file, target), signal);
