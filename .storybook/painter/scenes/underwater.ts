import { darken, hex, lighten, mix, smooth, white, type Color } from "../color.ts";
import { radial } from "../createCanvas.ts";
import { curve, ellipse, stroke } from "../paths.ts";
import { layeredNoise } from "../random.ts";
import type { Spot, Stage } from "../stage.ts";
import { sine } from "../turns.ts";
import { paintRidge } from "./ground.ts";

function fish({ canvas, random }: Stage, x: number, y: number, s: number, color: Color): void {
  const side = random.pick([-1, 1]);
  const at = (points: readonly number[]): number[] =>
    points.map((value, index) => (index % 2 ? y + value * s : x + value * s * side));
  canvas.paint(at([-0.7, 0, -1.25, -0.42, -1.1, 0, -1.25, 0.42]), darken(color, 0.15));
  canvas.paint(
    curve(at([-0.8, 0, -0.2, -0.42, 0.5, -0.34, 0.95, 0, 0.5, 0.34, -0.2, 0.42])),
    radial(x + s * 0.1, y - s * 0.3, s * 1.2, lighten(color, 0.35), darken(color, 0.25)),
  );
  canvas.paint(
    curve(at([0.12, -0.4, 0.25, -0.2, 0.25, 0.2, 0.12, 0.4, 0.02, 0.2, 0.02, -0.2])),
    white,
    0.8,
  );
  canvas.paint(curve(at([-0.3, -0.36, 0.05, -0.66, 0.35, -0.34])), darken(color, 0.1));
  canvas.paint(ellipse(x + s * 0.62 * side, y - s * 0.08, s * 0.09, s * 0.09), white);
  canvas.paint(ellipse(x + s * 0.64 * side, y - s * 0.08, s * 0.05, s * 0.05), [0.05, 0.05, 0.08]);
}

function coral(
  { canvas, random }: Stage,
  x: number,
  y: number,
  s: number,
  color: Color,
  turn: number,
  level: number,
): void {
  const [tx, ty] = [x + sine(turn) * s, y - sine(turn + 0.25) * s];
  canvas.paint(
    stroke([x, y, (x + tx) / 2 + s * 0.08, (y + ty) / 2, tx, ty], s * 0.26, 0.65),
    mix(color, white, level * 0.1),
  );
  canvas.paint(ellipse(tx, ty, s * 0.09, s * 0.09), mix(color, white, level * 0.12));
  if (level >= 4) return;
  for (const side of [-1, 1])
    coral(
      { canvas, random } as Stage,
      tx,
      ty,
      s * random.between(0.62, 0.82),
      color,
      turn + side * random.between(0.04, 0.11),
      level + 1,
    );
}

export function underwater(stage: Stage): Spot {
  const { canvas, mood, random, seed, unit } = stage;
  const { width, height } = canvas;
  const [bright, deep] = [mix(hex("#8fe3e8"), mood.low, 0.25), mix(hex("#04263f"), mood.near, 0.3)];
  const source = width * random.between(0.3, 0.7);
  canvas.field(0, height, (x, y, out) => {
    const slant = (x - source) / (y + unit * 0.4);
    const shaft =
      smooth(0.45, 0.8, layeredNoise(slant * 7, 1.1, seed, 3)) *
      smooth(1.2, 0, Math.abs(slant)) *
      (1 - y / height);
    const share = smooth(-0.15, 1, y / height + (Math.abs(x - source) / width) * 0.35);
    for (let c = 0; c < 3; c += 1)
      out[c] = Math.min(
        1,
        (bright[c] as number) * (1 - share) + (deep[c] as number) * share + shaft * 0.3,
      );
    return 1;
  });
  for (let layer = 0; layer < 3; layer += 1) {
    const rock = mix(bright, deep, 0.62 + layer * 0.16);
    paintRidge(
      stage,
      {
        base: height * (0.86 + layer * 0.08),
        tall: unit * (0.34 - layer * 0.08),
        bumps: 2 + layer,
        sharp: 0.2,
        seed: seed + layer,
      },
      rock,
      darken(rock, 0.3),
    );
    for (let plant = 0; plant < 5 + layer * 2; plant += 1) {
      const tone = mix(
        random.pick([mood.accent, mood.second, hex("#ff7f6b"), hex("#c86bd9"), hex("#58c26a")]),
        deep,
        0.55 - layer * 0.22,
      );
      const x = random.next() * width;
      coral(
        stage,
        x,
        height * (0.86 + layer * 0.07) + unit * random.between(-0.02, 0.06),
        unit * (0.022 + layer * 0.016) * random.between(0.7, 1.7),
        tone,
        random.between(-0.03, 0.03),
        0,
      );
    }
  }
  for (let swimmer = 0; swimmer < 11; swimmer += 1) {
    const tone = random.pick([mood.accent, mood.second, hex("#ff9f43"), hex("#ffe066")]);
    fish(
      stage,
      random.next() * width,
      random.between(0.15, 0.75) * height,
      unit * random.between(0.016, 0.05),
      mix(tone, deep, 0.15),
    );
  }
  for (let bubble = 0; bubble < 46; bubble += 1) {
    const [x, y, r] = [
      random.next() * width,
      random.next() * height,
      unit * random.between(0.003, 0.013),
    ];
    canvas.paint(ellipse(x, y, r, r), white, 0.16);
    canvas.paint(ellipse(x - r * 0.3, y - r * 0.35, r * 0.3, r * 0.25), white, 0.7);
  }
  return { x: width / 2, y: height * 0.9, size: unit * 0.5 };
}
