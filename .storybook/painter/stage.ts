import type { Canvas } from "./createCanvas.ts";
import type { Mood } from "./moods.ts";
import type { Random } from "./random.ts";

export interface Stage {
  readonly canvas: Canvas;
  readonly mood: Mood;
  readonly random: Random;
  readonly seed: number;
  /** Lower-case prompt without its magic words. */
  readonly words: string;
  /** Shorter side in pixels, the unit of sizes. */
  readonly unit: number;
  readonly hasSubject: boolean;
}

/** Foot and maximum height of the subject, in pixels. */
export interface Spot {
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

export type Scene = (stage: Stage) => Spot;
export type Subject = (stage: Stage, spot: Spot) => void;
