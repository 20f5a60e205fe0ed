import { darken, hex, lighten, mix, type Color } from "../color.ts";
import { ellipse, stroke } from "../paths.ts";
import type { Spot, Stage } from "../stage.ts";
import { cosine, sine } from "../turns.ts";
import { paintRidge } from "./ground.ts";
import { paintSky } from "./sky.ts";

function blossom({ canvas, random }: Stage, x: number, y: number, r: number, color: Color): void {
  const petals = 5 + Math.floor(random.next() * 4);
  const start = random.next();
  for (let petal = 0; petal < petals; petal += 1) {
    const turn = start + petal / petals;
    const tone = mix(color, petal % 2 ? lighten(color, 0.25) : darken(color, 0.12), 0.6);
    canvas.paint(
      ellipse(x + cosine(turn) * r * 0.55, y + sine(turn) * r * 0.42, r * 0.5, r * 0.27, turn),
      tone,
    );
  }
  canvas.paint(ellipse(x, y, r * 0.28, r * 0.24), hex("#ffd23f"));
  canvas.paint(ellipse(x, y + r * 0.05, r * 0.18, r * 0.13), hex("#c9731b"), 0.7);
}

export function meadow(stage: Stage): Spot {
  const { canvas, mood, random, seed, unit } = stage;
  const { width, height } = canvas;
  const line = height * 0.52;
  paintSky(stage, line);
  const green = mix(hex("#4f8a3c"), mood.near, mood.night ? 0.6 : 0.2);
  paintRidge(
    stage,
    { base: line + unit * 0.06, tall: unit * 0.22, bumps: 2, sharp: 0.2, seed },
    mix(mood.far, mood.middle, 0.2),
    mix(mood.far, mood.low, 0.5),
  );
  paintRidge(
    stage,
    { base: line + unit * 0.1, tall: unit * 0.14, bumps: 3, sharp: 0.05, seed: seed + 3 },
    mix(green, mood.low, 0.45),
    mix(green, mood.low, 0.2),
  );
  paintRidge(
    stage,
    { base: line + unit * 0.18, tall: unit * 0.12, bumps: 1.5, sharp: 0, seed: seed + 5 },
    mix(green, mood.low, 0.2),
    darken(green, 0.35),
  );
  const tones = [
    mood.accent,
    mood.second,
    lighten(mood.accent, 0.45),
    hex("#fff4f0"),
    mix(mood.accent, hex("#7a4de0"), 0.6),
  ] as const;
  const count = 620;
  for (let plant = 0; plant < count; plant += 1) {
    const depth = (plant / count) * (plant / count);
    const y = line + unit * 0.14 + (height * 1.04 - line - unit * 0.14) * depth;
    const x = random.between(-0.02, 1.02) * width;
    const r = unit * (0.004 + 0.034 * depth) * random.between(0.7, 1.3);
    const tall = r * random.between(2, 4.5);
    const bend = r * random.between(-1, 1);
    const stem = mix(
      green,
      random.pick([hex("#9ccc65"), darken(green, 0.5), mood.low]),
      0.3 * random.next() + 0.08,
    );
    if (depth > 0.02) {
      for (let blade = 0; blade < 3; blade += 1) {
        const lean = r * random.between(-2, 2);
        canvas.paint(
          stroke(
            [
              x + lean * 0.2,
              y + tall * 0.3,
              x + lean * 0.5,
              y - tall * 0.3,
              x + lean,
              y - tall * random.between(0.5, 1),
            ],
            r * 0.28,
            0.1,
          ),
          mix(stem, darken(green, 0.4), random.next() * 0.6),
        );
      }
      canvas.paint(
        stroke([x, y + tall * 0.2, x + bend * 0.3, y - tall * 0.4, x + bend, y - tall], r * 0.16),
        darken(stem, 0.2),
      );
    }
    if (random.next() < 0.62) blossom(stage, x + bend, y - tall, r, random.pick(tones));
  }
  return { x: width / 2, y: height * 0.93, size: unit * 0.56 };
}
