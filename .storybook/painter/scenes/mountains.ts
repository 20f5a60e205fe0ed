import { darken, lighten, mix, smooth } from "../color.ts";
import type { Spot, Stage } from "../stage.ts";
import { paintRidge, paintWater, fir, ridgeHeight, type RidgeShape } from "./ground.ts";
import { paintSky } from "./sky.ts";

function paintFaces(stage: Stage, shape: RidgeShape, snowy: boolean, strength: number): void {
  const { canvas, mood } = stage;
  const { width } = canvas;
  const heights = Array.from({ length: width + 2 }, (_, x) => ridgeHeight(x / width, shape));
  const lit = lighten(mood.low, 0.25);
  canvas.field(shape.base - shape.tall, shape.base, (x, y, out) => {
    const crest = shape.base - shape.tall * (heights[x] as number);
    const below = y - crest;
    if (below < 0.5) return 0;
    const slope =
      ((heights[Math.min(width, x + 2 + Math.floor(below * 0.22))] ?? 0) -
        (heights[Math.max(0, x - 2 - Math.floor(below * 0.1))] ?? 0)) *
      shape.tall;
    const side = smooth(-1, 6, slope);
    const snowLine = shape.tall * 0.3 * (heights[(x * 7) % width] as number);
    const snow = snowy ? smooth(snowLine, snowLine * 0.4, below) : 0;
    const [rock, white] = side > 0.5 ? [lit, snow * 0.8] : [mood.far, snow * 0.45];
    for (let c = 0; c < 3; c += 1) out[c] = (rock[c] as number) * (1 - white) + white;
    return Math.max(snow * 0.85, side * strength * smooth(shape.tall * 0.9, 0, below));
  });
}

export function mountains(stage: Stage): Spot {
  const { canvas, mood, random, seed, unit, words } = stage;
  const { width, height } = canvas;
  const lake = /lake|water|reflect|river|fjord/.test(words) || random.next() < 0.5;
  const line = height * (lake ? 0.66 : 0.78);
  const sun = paintSky(stage, line);
  const layers = 4;
  for (let layer = 0; layer < layers; layer += 1) {
    const depth = layer / (layers - 1);
    const shape: RidgeShape = {
      base: line + unit * 0.02,
      tall: unit * (0.62 - depth * 0.44),
      bumps: 3.6 + layer * 0.9,
      sharp: 0.95 - depth * 0.6,
      seed: seed + layer * 101,
    };
    const color = mix(mix(mood.far, mood.low, 0.25), mood.near, depth * 0.75);
    paintRidge(stage, shape, color, mix(color, mood.low, 0.6 - depth * 0.35));
    if (layer < 2)
      paintFaces(stage, shape, layer === 0 || /snow|winter|alp/.test(words), 0.4 - depth * 0.3);
  }
  for (let tree = 0; tree < 90; tree += 1) {
    const x = random.between(0, width);
    canvas.paint(
      fir(x, line + unit * 0.02, unit * random.between(0.025, 0.06)),
      mix(mood.near, mood.far, 0.25),
    );
  }
  if (lake) paintWater(stage, line, sun.x);
  const bank: RidgeShape = {
    base: height * 1.0,
    tall: unit * 0.13,
    bumps: 2,
    sharp: 0.1,
    seed: seed + 900,
  };
  paintRidge(stage, bank, darken(mood.near, 0.15), darken(mood.near, 0.5));
  for (let tree = 0; tree < 26; tree += 1) {
    const across = random.next();
    const edge = Math.abs(across - 0.5) * 2;
    const foot = height * 1.0 - bank.tall * ridgeHeight(across, bank) + unit * 0.02;
    const tall = unit * random.between(0.08, 0.16) * (0.5 + 1.2 * edge * edge);
    canvas.paint(
      fir(across * width, foot + unit * 0.03, tall),
      darken(mood.near, random.between(0.2, 0.45)),
    );
  }
  return { x: width / 2, y: height * 0.93, size: unit * 0.5 };
}
