import type { Model } from "../models/defineModel.ts";
import type { SandboxFile } from "./dataUrl.ts";

/** One of the images that a job asks for. */
export interface Sample {
  readonly model: Model;
  /** Input with the model's defaults. */
  readonly input: Readonly<Record<string, unknown>>;
  /** Position among the job's images, from 0. */
  readonly index: number;
  /** Seed of this image: the job's seed plus `index`. */
  readonly seed: number;
}

/** Image to paint. */
export interface SandboxPaintRequest extends Sample {
  /** Size in pixels: the start image's, if it has one that can be read, else the input's. */
  readonly width: number;
  readonly height: number;
  /**
   * File in the input's `image`, as it was sent. Undefined if the input has none, and for a URL of another host, which the
   * sandbox doesn't call.
   */
  readonly startImage?: Uint8Array;
}

/**
 * Returns an image file of any type that browsers show. A file is painted again after it has left a small cache, so equal
 * requests have to return equal images.
 */
export type SandboxPaint = (request: SandboxPaintRequest) => SandboxFile | Promise<SandboxFile>;
