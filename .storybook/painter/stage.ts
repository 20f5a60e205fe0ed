import type { Canvas } from "./createCanvas.ts";
import type { Mood } from "./moods.ts";
import type { Random } from "./random.ts";

/** Everything that a scene and its subjects are painted with. */
export interface Stage {
  readonly canvas: Canvas;
  readonly mood: Mood;
  readonly random: Random;
  /** For noise. */
  readonly seed: number;
  /** The prompt in small letters, without its magic words. */
  readonly words: string;
  /** The shorter side in pixels: what sizes are measured by. */
  readonly unit: number;
  /** A subject takes the middle of the image. */
  readonly hasSubject: boolean;
}

/** Where the scene has room for a subject: its foot, and how tall it may be, in pixels. */
export interface Spot {
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

export type Scene = (stage: Stage) => Spot;
export type Subject = (stage: Stage, spot: Spot) => void;
