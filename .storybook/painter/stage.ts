import type { Canvas } from "./createCanvas.ts";
import type { Mood } from "./moods.ts";
import type { Random } from "./random.ts";

export interface Stage {
  readonly canvas: Canvas;
  readonly mood: Mood;
  readonly random: Random;
  readonly seed: number;
  /** Lowercase prompt without its sandbox fault words. */
  readonly words: string;
  /** Shorter side in pixels, used as the unit for sizes. */
  readonly unit: number;
  readonly hasSubject: boolean;
}

/** Position of the subject's foot and its maximum height, in pixels. */
export interface Spot {
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

export type Scene = (stage: Stage) => Spot;
export type Subject = (stage: Stage, spot: Spot) => void;
