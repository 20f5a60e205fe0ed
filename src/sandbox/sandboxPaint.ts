import type { Model } from "../models/defineModel.ts";
import type { SandboxFile } from "./dataUrl.ts";

export interface Sample {
  readonly model: Model;
  /** Input with the model's defaults. */
  readonly input: Readonly<Record<string, unknown>>;
  /** From 0. */
  readonly index: number;
  /** The job's seed plus `index`. */
  readonly seed: number;
}

export interface SandboxPaintRequest extends Sample {
  /** In pixels: the start image's size, else the input's. */
  readonly width: number;
  readonly height: number;
  /** File in the input's `image`. Undefined for a URL of another host. */
  readonly startImage?: Uint8Array;
}

/** Returns an image of any type that browsers render. Equal requests have to return equal images. */
export type SandboxPaint = (request: SandboxPaintRequest) => SandboxFile | Promise<SandboxFile>;
