import { black, darken, hex, lighten, mix, white } from "../color.ts";
import { radial } from "../createCanvas.ts";
import { box, curve, ellipse, placed, stroke } from "../paths.ts";
import type { Spot, Stage } from "../stage.ts";

export function robot({ canvas, mood, words }: Stage, { x, y, size }: Spot): void {
  const metal = /red/.test(words) ? hex("#b8483f") : mix(hex("#aeb9c4"), mood.far, 0.2);
  const at = (points: readonly number[], flip = false): readonly number[] =>
    placed(points, x, y, size, flip);
  const shaded = radial(
    x - size * 0.15,
    y - size * 0.75,
    size * 0.9,
    lighten(metal, 0.4),
    darken(metal, 0.5),
  );
  const glow = mood.second;
  canvas.paint(ellipse(x, y, size * 0.42, size * 0.045), black, 0.35);
  for (const flip of [false, true]) {
    canvas.paint(
      curve(at([0.28, -0.44, 0.4, -0.42, 0.44, -0.2, 0.4, -0.06, 0.33, -0.08, 0.34, -0.26], flip)),
      shaded,
    );
    canvas.paint(curve(at([0.06, -0.12, 0.2, -0.12, 0.22, 0, 0.05, 0], flip)), darken(metal, 0.35));
  }
  canvas.paint(
    curve(at([-0.28, -0.46, 0.28, -0.46, 0.3, -0.2, 0.22, -0.06, -0.22, -0.06, -0.3, -0.2])),
    shaded,
  );
  canvas.paint(ellipse(x, y - size * 0.27, size * 0.1, size * 0.1), darken(metal, 0.6));
  canvas.paint(ellipse(x, y - size * 0.27, size * 0.07, size * 0.07), glow);
  canvas.glow(x, y - size * 0.27, size * 0.2, glow, 0.8);
  canvas.paint(box(x - size * 0.07, y - size * 0.54, size * 0.14, size * 0.09), darken(metal, 0.5));
  canvas.paint(
    curve(
      at([
        -0.29, -0.9, 0, -0.95, 0.29, -0.9, 0.32, -0.7, 0.27, -0.53, 0, -0.5, -0.27, -0.53, -0.32,
        -0.7,
      ]),
    ),
    shaded,
  );
  canvas.paint(
    curve(at([-0.22, -0.83, 0.22, -0.83, 0.25, -0.71, 0.2, -0.61, -0.2, -0.61, -0.25, -0.71])),
    hex("#10151d"),
  );
  for (const side of [-1, 1]) {
    canvas.paint(ellipse(x + side * size * 0.1, y - size * 0.72, size * 0.05, size * 0.058), glow);
    canvas.glow(x + side * size * 0.1, y - size * 0.72, size * 0.13, glow, 0.9);
    canvas.paint(
      ellipse(x + side * size * 0.1 - size * 0.015, y - size * 0.74, size * 0.014, size * 0.014),
      white,
    );
  }
  canvas.paint(stroke([x, y - size * 0.93, x, y - size * 1.06], size * 0.014), darken(metal, 0.3));
  canvas.paint(ellipse(x, y - size * 1.07, size * 0.03, size * 0.03), mood.accent);
  canvas.glow(x, y - size * 1.07, size * 0.09, mood.accent, 0.8);
}
