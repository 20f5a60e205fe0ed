import { darken, lighten, mix, type Color } from "../color.ts";
import { linear, radial } from "../createCanvas.ts";
import { ellipse } from "../paths.ts";
import { noise } from "../random.ts";
import type { Spot, Stage } from "../stage.ts";

export function abstract(stage: Stage): Spot {
  const { canvas, mood, random, seed, unit } = stage;
  const { width, height } = canvas;
  const colors = [
    mood.top,
    mood.accent,
    mood.middle,
    mood.second,
    mood.low,
    mood.far,
    lighten(mood.accent, 0.4),
  ] as const;
  const back = linear(
    [0, 0],
    [width, height],
    lighten(mood.low, 0.35),
    mix(mood.low, mood.middle, 0.5),
  );
  canvas.paint([0, 0, width, 0, width, height, 0, height], back);
  const ribbons = 11;
  const tilt = random.between(-0.5, 0.5);
  for (let ribbon = 0; ribbon < ribbons; ribbon += 1) {
    const color: Color = mix(
      colors[ribbon % colors.length] as Color,
      mood.near,
      random.next() * 0.2,
    );
    const level = height * (0.08 + 0.95 * (ribbon / ribbons));
    const edge = (x: number): number =>
      level +
      (noise((x / unit) * 1.5 + ribbon * 0.35, ribbon * 0.55, seed) - 0.5) * unit * 0.75 +
      (x - width / 2) * tilt;
    const path: number[] = [-2, height + 2];
    for (let x = -2; x <= width + 6; x += 6) path.push(x, edge(x));
    path.push(width + 8, height + 2);
    for (let shadow = 1; shadow <= 6; shadow += 1) {
      canvas.paint(
        path.map((value, at) => (at % 2 ? value - shadow * unit * 0.005 : value)),
        mood.near,
        0.05,
      );
    }
    canvas.paint(
      path,
      linear(
        [0, level - unit * 0.3],
        [width * 0.4, level + unit * 0.45],
        lighten(color, 0.22),
        darken(color, 0.28),
      ),
    );
    if (random.next() < 0.5) {
      const x = random.between(0.1, 0.9) * width;
      const r = unit * random.between(0.025, 0.085);
      const y = edge(x) - r * 0.6;
      const ball = colors[(ribbon + 3) % colors.length] as Color;
      canvas.paint(ellipse(x + r * 0.35, y + r * 0.75, r * 1.05, r * 0.5), mood.near, 0.22);
      canvas.paint(
        ellipse(x, y, r, r),
        radial(x - r * 0.4, y - r * 0.45, r * 1.6, lighten(ball, 0.5), darken(ball, 0.45)),
      );
    }
  }
  return { x: width / 2, y: height * 0.9, size: unit * 0.5 };
}
