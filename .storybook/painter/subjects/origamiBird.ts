import { darken, hex, lighten, mix, type Color } from "../color.ts";
import { linear } from "../createCanvas.ts";
import { ellipse, placed } from "../paths.ts";
import type { Spot, Stage } from "../stage.ts";

/** Triangles of a paper crane centered at (0, -0.5). */
const folds: readonly (readonly number[])[] = [
  [-0.02, -0.42, -0.3, -0.5, -0.62, -0.98],
  [-0.02, -0.42, -0.62, -0.98, -0.28, -0.94],
  [-0.02, -0.42, -0.28, -0.94, -0.06, -0.74],
  [0.02, -0.42, 0.52, -1.04, 0.2, -0.92],
  [0.02, -0.42, 0.2, -0.92, 0, -0.72],
  [0.02, -0.42, 0.36, -0.52, 0.52, -1.04],
  [-0.3, -0.5, -0.02, -0.42, -0.16, -0.24],
  [-0.02, -0.42, 0.02, -0.18, -0.16, -0.24],
  [-0.02, -0.42, 0.22, -0.27, 0.02, -0.18],
  [-0.02, -0.42, 0.36, -0.52, 0.22, -0.27],
  [-0.3, -0.5, -0.16, -0.24, -0.66, -0.14],
  [-0.16, -0.24, -0.5, -0.04, -0.66, -0.14],
  [0.36, -0.52, 0.22, -0.27, 0.56, -0.66],
  [0.36, -0.52, 0.46, -0.76, 0.56, -0.66],
  [0.46, -0.76, 0.56, -0.66, 0.74, -0.6],
];

const rainbow = [
  "#e5484d",
  "#f76b15",
  "#ffc53d",
  "#99d52a",
  "#30a46c",
  "#12a594",
  "#0090ff",
  "#3e63dd",
  "#6e56cf",
  "#ab4aba",
  "#e93d82",
] as const;

export function origamiBird({ canvas, mood, random, words }: Stage, { x, y, size }: Spot): void {
  const colorful = /rainbow|vivid|colou?r/.test(words);
  const start = Math.floor(random.next() * rainbow.length);
  const lift = y - size * 0.06;
  canvas.paint(ellipse(x, y + size * 0.02, size * 0.42, size * 0.04), darken(mood.near, 0.6), 0.4);
  for (const [index, fold] of folds.entries()) {
    const base: Color = colorful
      ? hex(rainbow[(start + index * 3) % rainbow.length] as string)
      : mix(mood.accent, mood.second, index / folds.length);
    const outline = placed(fold, x, lift, size);
    const [ax = 0, ay = 0, , , bx = 0, by = 0] = outline;
    const tilt = ((index * 53) % 17) / 17;
    canvas.paint(
      outline,
      linear(
        [ax, ay],
        [bx, by],
        lighten(base, 0.12 + 0.28 * tilt),
        darken(base, 0.1 + 0.3 * (1 - tilt)),
      ),
    );
    canvas.paint(
      [ax, ay, bx, by, bx + size * 0.006, by + size * 0.003, ax + size * 0.006, ay + size * 0.003],
      lighten(base, 0.6),
      0.6,
    );
  }
}
