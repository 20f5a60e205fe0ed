import { mix, smooth, type Color } from "../color.ts";
import { linear } from "../createCanvas.ts";
import type { Path } from "../paths.ts";
import { layeredNoise, noise } from "../random.ts";
import type { Stage } from "../stage.ts";

export interface RidgeShape {
  readonly base: number;
  readonly tall: number;
  readonly bumps: number;
  /** Sharpness from 0 (rolling) to 1 (peaked). */
  readonly sharp: number;
  readonly seed: number;
}

/** Returns the height of a ridge above its base at a column, from 0 to 1. */
export function ridgeHeight(share: number, { bumps, sharp, seed }: RidgeShape): number {
  const rolling = layeredNoise(share * bumps, 3.7, seed, 5);
  const fold = 1 - Math.abs(2 * noise(share * bumps, 9.1, seed + 11) - 1);
  return rolling * (1 - sharp) + (fold * 0.62 + rolling * 0.38) * sharp;
}

/** Returns the outline of hills or mountains, down to the bottom edge. */
export function ridge({ canvas }: Stage, shape: RidgeShape): Path {
  const { width, height } = canvas;
  const step = Math.max(1, width / 420);
  const path: number[] = [-2, height + 2];
  for (let x = -2; x <= width + step; x += step) {
    path.push(x, shape.base - shape.tall * ridgeHeight(x / width, shape));
  }
  path.push(width + 2, height + 2);
  return path;
}

export function paintRidge(stage: Stage, shape: RidgeShape, color: Color, haze: Color): void {
  const top = shape.base - shape.tall;
  stage.canvas.paint(
    ridge(stage, shape),
    linear([0, top], [0, shape.base + shape.tall * 0.25], color, haze),
  );
}

export function fir(x: number, y: number, tall: number): Path {
  const path: number[] = [x, y - tall];
  for (let tier = 1; tier <= 5; tier += 1) {
    const [down, wide] = [y - tall * (1 - tier * 0.19), tall * (0.05 + tier * 0.034)];
    path.push(x + wide, down, x + wide * 0.45, down - tall * 0.02);
  }
  path.push(
    x + tall * 0.025,
    y - tall * 0.05,
    x + tall * 0.025,
    y,
    x - tall * 0.025,
    y,
    x - tall * 0.025,
    y - tall * 0.05,
  );
  for (let tier = 5; tier >= 1; tier -= 1) {
    const [down, wide] = [y - tall * (1 - tier * 0.19), tall * (0.05 + tier * 0.034)];
    path.push(x - wide * 0.45, down - tall * 0.02, x - wide, down);
  }
  return path;
}

/** Paints water that mirrors everything above the line, with ripples that grow toward the viewer. */
export function paintWater({ canvas, mood, seed, unit }: Stage, line: number, sun: number): void {
  const { width, height, data } = canvas;
  const copy = data.slice(0, Math.ceil(line) * width * 3);
  const deep = mix(mood.top, mood.near, 0.35);
  const top = Math.ceil(line);
  canvas.field(line, height, (x, y, out) => {
    const near = (y - line) / Math.max(1, height - line);
    // Perspective makes distant ripples small and flat, and near ripples wide.
    const away = 1 / (0.09 + near);
    const ripple = layeredNoise(((x - width / 2) / unit) * away * 1.7, away * 7, seed + 5, 2) - 0.5;
    const shift = ripple * unit * (0.012 + near * 0.055);
    const mirrored = Math.min(top - 1, Math.max(0, Math.round(2 * line - y + shift * 1.3)));
    const column = Math.min(width - 1, Math.max(0, Math.round(x + shift * 0.5)));
    const at = (mirrored * width + column) * 3;
    const glitter =
      smooth(0.02, 0.2, ripple) *
      Math.max(0, 1 - Math.abs(x - sun) / (unit * (0.06 + near * 0.22)));
    for (let c = 0; c < 3; c += 1) {
      const seen = (copy[at + c] as number) * (0.9 - 0.12 * near);
      const water = seen + ((deep[c] as number) - seen) * (0.16 + 0.4 * near);
      out[c] = water + ((mood.light[c] as number) - water) * Math.min(0.9, glitter);
    }
    return 1;
  });
}
