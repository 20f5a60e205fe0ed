import type { Model } from "../models/defineModel.ts";
import type { SandboxFile } from "./dataUrl.ts";

export interface Sample {
  readonly model: Model;
  /** Input, including the model's defaults. */
  readonly input: Readonly<Record<string, unknown>>;
  /** Index of the image in its job, from 0. */
  readonly index: number;
  /** The job's seed plus `index`. */
  readonly seed: number;
}

export interface SandboxPaintRequest extends Sample {
  /** Width in pixels, from the start image if there is one, otherwise from the input. */
  readonly width: number;
  readonly height: number;
  /** Bytes of the input's `image`. Undefined for a URL on another host. */
  readonly startImage?: Uint8Array;
}

/** Returns an image of any type that browsers render. Must return equal images for equal requests. */
export type SandboxPaint = (request: SandboxPaintRequest) => SandboxFile | Promise<SandboxFile>;
