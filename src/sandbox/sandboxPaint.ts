import type { Model } from "../models/defineModel.ts";
import type { SandboxFile } from "./dataUrl.ts";

export interface Sample {
  readonly model: Model;
  /** Input, including the model's defaults. */
  readonly input: Readonly<Record<string, unknown>>;
  /** Index of the image in its job, starting at 0. */
  readonly index: number;
  /** The job's seed plus `index`. */
  readonly seed: number;
}

export interface SandboxPaintRequest extends Sample {
  /** Width in pixels, taken from the start image if there is one, and otherwise from the input. */
  readonly width: number;
  readonly height: number;
  /** Bytes of the input's `image`. Undefined if the input has no image or its URL is on another host. */
  readonly startImage?: Uint8Array;
}

/** Returns an image of any type that browsers can render. Must return the same image for the same request. */
export type SandboxPaint = (request: SandboxPaintRequest) => SandboxFile | Promise<SandboxFile>;
