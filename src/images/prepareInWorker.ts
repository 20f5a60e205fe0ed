import type { ImageLimits } from "./planResize.ts";
import { prepareImage, type Preparation } from "./prepareImage.ts";
import { runInWorker } from "./runInWorker.ts";

/** Prepares an image, in a worker if one can be started. @throws EaselError only with code `aborted` */
export const prepareInWorker = (
  file: Blob,
  limits: ImageLimits,
  signal?: AbortSignal,
): Promise<Preparation> => runInWorker({ file, limits }, () => prepareImage(file, limits), signal);
