import type { Canvas } from "../createCanvas.ts";
import type { Random } from "../random.ts";

export interface TreatmentTools {
  readonly random: Random;
  readonly seed: number;
  /** The shorter side in pixels. */
  readonly unit: number;
}

/** Goes over a finished image in the manner of a style. */
export type Treatment = (canvas: Canvas, tools: TreatmentTools) => void;
