import { darken, lighten, mix, smooth } from "../color.ts";
import { linear } from "../createCanvas.ts";
import { ellipse } from "../paths.ts";
import type { Spot, Stage } from "../stage.ts";

/** Paints a lit backdrop with large, soft shapes, for subjects without a scene. */
export function studio(stage: Stage): Spot {
  const { canvas, mood, random, unit } = stage;
  const { width, height } = canvas;
  const wall = mood.night ? mix(mood.middle, mood.top, 0.5) : mix(mood.middle, mood.low, 0.35);
  const [lit, dim] = [lighten(wall, 0.35), darken(wall, 0.45)];
  const floor = height * 0.8;
  canvas.field(0, height, (x, y, out) => {
    const far =
      Math.sqrt((x - width / 2) * (x - width / 2) + (y - height * 0.42) * (y - height * 0.42)) /
      unit;
    const share = smooth(0.05, 0.85, far);
    const bend =
      0.16 *
      smooth(floor - unit * 0.05, floor + unit * 0.04, y) *
      (1 - smooth(floor, height * 1.3, y));
    for (let c = 0; c < 3; c += 1)
      out[c] = Math.min(
        1,
        (lit[c] as number) + ((dim[c] as number) - (lit[c] as number)) * share + bend,
      );
    return 1;
  });
  const r = unit * random.between(0.3, 0.36);
  const disc = mix(mood.accent, lit, 0.25);
  canvas.paint(
    ellipse(width / 2, height * 0.47, r, r),
    linear(
      [0, height * 0.47 - r],
      [0, height * 0.47 + r],
      lighten(disc, 0.25),
      mix(disc, wall, 0.5),
    ),
    0.9,
  );
  for (let spark = 0; spark < 18; spark += 1) {
    canvas.glow(
      random.next() * width,
      random.next() * height * 0.75,
      unit * random.between(0.006, 0.03),
      mood.light,
      0.35,
    );
  }
  return { x: width / 2, y: height * 0.9, size: unit * 0.68 };
}
