import { darken, hex, lighten, mix, smooth, type Color } from "../color.ts";
import { linear } from "../createCanvas.ts";
import { box, curve, ellipse } from "../paths.ts";
import { noise } from "../random.ts";
import type { Spot, Stage } from "../stage.ts";
import { paintRidge } from "./ground.ts";
import { paintSky } from "./sky.ts";

function dune(
  stage: Stage,
  base: number,
  tall: number,
  seed: number,
  sand: Color,
  shade: Color,
): void {
  const { canvas, unit } = stage;
  const { width, height } = canvas;
  const crest = (x: number): number =>
    base - tall * (0.12 + 0.88 * noise((x / width) * 2.4, 4.4, seed));
  const path: number[] = [-2, height + 2];
  for (let x = -2; x <= width + 8; x += 4) path.push(x, crest(x));
  path.push(width + 10, height + 2);
  canvas.paint(
    path,
    linear([0, base - tall], [0, base + tall * 0.6], lighten(sand, 0.16), mix(sand, shade, 0.3)),
  );
  const tops = Array.from({ length: width }, (_, x) => crest(x));
  const around = unit * 0.01;
  canvas.field(base - tall, Math.min(height, base + tall * 2.2), (x, y, out) => {
    const below = y - (tops[x] as number);
    if (below < 0.5) return 0;
    const ripple = noise(
      (x / unit) * 7 + (below / unit) * 9,
      (below / unit) * 46 + (x / unit) * 6,
      seed + 5,
    );
    const winding = (noise((below / unit) * 7, 1.7, seed + 9) - 0.5) * unit * 0.12;
    const from = x - below * 0.75 + winding * Math.min(1, (below / tall) * 2);
    const fall = (crest(from + around) - crest(from - around)) / around;
    const dark = smooth(0.02, 0.1, fall) * smooth(tall * 1.5, tall * 0.1, below);
    for (let c = 0; c < 3; c += 1) out[c] = shade[c] as number;
    return Math.min(0.85, dark * 0.8 + smooth(0.5, 0.95, ripple) * 0.16);
  });
}

function cactus({ canvas, mood }: Stage, x: number, y: number, s: number): void {
  const green = mix(mood.near, hex("#2f6b4f"), 0.5);
  const paint = linear([x - s * 0.1, 0], [x + s * 0.1, 0], lighten(green, 0.2), darken(green, 0.4));
  const limb = (dx: number, dy: number, w: number, h: number): void => {
    canvas.paint(box(x + dx * s - w * s, y - (dy + h) * s, w * 2 * s, h * s), paint);
    canvas.paint(ellipse(x + dx * s, y - (dy + h) * s, w * s, w * s), paint);
  };
  canvas.paint(ellipse(x + s * 0.2, y, s * 0.4, s * 0.04), darken(green, 0.7), 0.4);
  limb(0, 0, 0.09, 0.9);
  for (const [side, up] of [
    [-1, 0.35],
    [1, 0.48],
  ] as const) {
    limb(side * 0.27, up, 0.065, 0.24);
    canvas.paint(
      curve([
        x,
        y - (up + 0.02) * s,
        x + side * 0.27 * s,
        y - (up - 0.03) * s,
        x + side * 0.33 * s,
        y - (up + 0.08) * s,
        x,
        y - (up + 0.14) * s,
      ]),
      paint,
    );
  }
}

export function desert(stage: Stage): Spot {
  const { canvas, mood, random, seed, unit } = stage;
  const { width, height } = canvas;
  paintSky(stage, height * 0.62);
  const sand = mix(hex("#e8a866"), mood.low, 0.3);
  const near = mood.night ? mix(sand, mood.near, 0.55) : sand;
  const shade = mix(darken(near, 0.45), mood.near, 0.35);
  paintRidge(
    stage,
    { base: height * 0.66, tall: unit * 0.16, bumps: 3, sharp: 0.2, seed: seed + 2 },
    mix(mood.far, sand, 0.3),
    mix(mood.low, sand, 0.5),
  );
  for (let layer = 0; layer < 4; layer += 1) {
    const depth = layer / 3;
    const haze = 0.5 - depth * 0.5;
    dune(
      stage,
      height * (0.7 + depth * 0.26),
      unit * (0.16 + depth * 0.1),
      seed + layer * 17,
      mix(near, mood.low, haze),
      mix(shade, mood.low, haze),
    );
  }
  for (let plant = 0; plant < 3; plant += 1) {
    const side = random.pick([random.between(0.05, 0.25), random.between(0.75, 0.95)]);
    cactus(
      stage,
      width * side,
      height * random.between(0.8, 0.95),
      unit * random.between(0.1, 0.22),
    );
  }
  return { x: width / 2, y: height * 0.92, size: unit * 0.5 };
}
