import type { Canvas } from "../createCanvas.ts";
import type { Random } from "../random.ts";

export interface TreatmentTools {
  readonly random: Random;
  readonly seed: number;
  /** Shorter side in pixels. */
  readonly unit: number;
}

export type Treatment = (canvas: Canvas, tools: TreatmentTools) => void;
