import { darken, hex, lighten, mix, type Color } from "../color.ts";
import { curve, ellipse } from "../paths.ts";
import { layeredNoise } from "../random.ts";
import type { Spot, Stage } from "../stage.ts";
import { cosine, sine } from "../turns.ts";

const named: readonly (readonly [RegExp, string])[] = [
  [/red/, "#a83a30"],
  [/black/, "#26262b"],
  [/white/, "#e9e4da"],
  [/gold/, "#c9982f"],
  [/blue/, "#48688f"],
  [/green/, "#5c7a5a"],
  [/pink/, "#cf8f95"],
];

/** Paints a stack of stones, smaller toward the top, in colors named in the prompt. */
export function rocks({ canvas, mood, random, seed, words }: Stage, { x, y, size }: Spot): void {
  const asked = named.flatMap(([word, code]) => (word.test(words) ? [hex(code)] : []));
  const colors =
    asked.length > 1
      ? asked
      : [hex("#8b8680"), hex("#b8aea2"), hex("#5f5d60"), hex("#a58a74"), ...asked];
  const stones = 6;
  let [foot, wide] = [y, size * 0.4];
  canvas.paint(
    ellipse(x + size * 0.1, y - size * 0.005, size * 0.56, size * 0.06),
    darken(mood.near, 0.4),
    0.55,
  );
  for (let stone = 0; stone < stones; stone += 1) {
    const tall = wide * random.between(0.38, 0.5);
    const middle = x + random.between(-0.04, 0.04) * size;
    const cy = foot - tall;
    const color = mix(
      colors[(stone + Math.floor(seed % 5)) % colors.length] as Color,
      mood.middle,
      0.1,
    );
    const points: number[] = [];
    for (let corner = 0; corner < 12; corner += 1) {
      const [u, v] = [cosine(corner / 12), sine(corner / 12)];
      const bulge = 1 + random.between(-0.06, 0.06);
      // Flatter than an ellipse at the top and bottom, so that the stones look stackable.
      points.push(
        middle + u * wide * bulge,
        cy + (v > 0 ? Math.min(v, 0.93) : Math.max(v, -0.95)) * tall * bulge,
      );
    }
    canvas.paint(curve(points), (px, py, out) => {
      const [u, v] = [(px - middle) / wide, (py - cy) / tall];
      const light = 0.62 - 0.3 * u - 0.52 * v - 0.22 * (u * u + v * v);
      const grain = layeredNoise((px / size) * 34, (py / size) * 50, seed + stone, 3) - 0.5;
      const vein = Math.max(
        0,
        1 -
          Math.abs(layeredNoise((px / size) * 5, (py / size) * 15, seed + stone * 3, 3) - 0.5) * 22,
      );
      const bounce = Math.max(0, v - 0.3) * 0.16;
      for (let c = 0; c < 3; c += 1) {
        const ground =
          (color[c] as number) * (0.34 + light) +
          grain * 0.15 +
          vein * 0.12 +
          bounce * (mood.low[c] as number);
        out[c] = Math.min(1, Math.max(0, ground));
      }
    });
    canvas.paint(
      ellipse(middle - wide * 0.35, cy - tall * 0.5, wide * 0.26, tall * 0.14, -0.04),
      lighten(mood.light, 0.3),
      0.2,
    );
    foot = cy - tall * 0.88;
    wide *= random.between(0.7, 0.82);
  }
}
