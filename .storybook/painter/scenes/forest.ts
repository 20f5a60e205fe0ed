import { darken, lighten, mix, smooth, type Color } from "../color.ts";
import { linear } from "../createCanvas.ts";
import { curve, ellipse, stroke } from "../paths.ts";
import { layeredNoise } from "../random.ts";
import type { Spot, Stage } from "../stage.ts";
import { paintRidge, fir } from "./ground.ts";

function trunks(
  { canvas, random, unit }: Stage,
  count: number,
  width: number,
  foot: number,
  color: Color,
  haze: Color,
): void {
  for (let trunk = 0; trunk < count; trunk += 1) {
    const x = ((trunk + random.between(0.1, 0.9)) / count) * canvas.width;
    const lean = unit * random.between(-0.05, 0.05);
    const wide = width * random.between(0.6, 1.3);
    const y = foot + unit * random.between(-0.02, 0.03);
    const points = [
      x - wide * 1.5,
      y + wide,
      x - wide * 0.55,
      y - unit * 0.06,
      x - wide * 0.4 + lean,
      -4,
      x + wide * 0.4 + lean,
      -4,
      x + wide * 0.55,
      y - unit * 0.06,
      x + wide * 1.5,
      y + wide,
    ];
    canvas.paint(
      points,
      linear([x - wide * 0.5, 0], [x + wide * 0.5, 0], mix(color, haze, 0.32), color),
    );
    for (let branch = 0; branch < 2; branch += 1) {
      const up = y * random.between(0.15, 0.6);
      const side = random.pick([-1, 1]);
      canvas.paint(
        stroke(
          [
            x + lean * 0.5,
            up,
            x + side * unit * 0.06,
            up - unit * 0.05,
            x + side * unit * 0.15,
            up - unit * 0.06,
          ],
          wide * 0.28,
          0.2,
        ),
        color,
      );
    }
  }
}

function leaves({ canvas, random, unit }: Stage, color: Color, lit: Color): void {
  for (let leaf = 0; leaf < 420; leaf += 1) {
    const across = random.next();
    const edge = Math.abs(across - 0.5) * 2;
    const y = canvas.height * random.next() * random.next() * (0.12 + 0.38 * edge * edge);
    const size = unit * random.between(0.008, 0.024);
    canvas.paint(
      ellipse(across * canvas.width, y, size, size * 0.55, random.next()),
      mix(color, lit, random.next() * random.next()),
      0.9,
    );
  }
}

function fern({ canvas, random }: Stage, x: number, y: number, size: number, color: Color): void {
  for (let frond = 0; frond < 7; frond += 1) {
    const [dx, dy] = [(frond / 6 - 0.5) * 2, -0.5 - 0.5 * random.next()];
    canvas.paint(
      stroke(
        curve(
          [x, y, x + dx * size * 0.5, y + dy * size, x + dx * size, y + dy * size * 0.6],
          5,
        ).slice(0, 22),
        size * 0.13,
        0.15,
      ),
      mix(color, [0.5, 0.75, 0.4], random.next() * 0.25),
    );
  }
}

export function forest(stage: Stage): Spot {
  const { canvas, mood, random, seed, unit, words } = stage;
  const { width, height } = canvas;
  const mist = lighten(mix(mood.low, mood.middle, 0.3), 0.2);
  const leaf: Color = /autumn|fall|october/.test(words) ? [0.5, 0.22, 0.06] : [0.08, 0.3, 0.16];
  const green = mix(mood.near, leaf, 0.55);
  const deep = mix(mist, mood.middle, 0.5);
  const source = width * random.between(0.35, 0.65);
  canvas.field(0, height, (x, y, out) => {
    const far =
      Math.sqrt((x - source) * (x - source) + (y - height * 0.32) * (y - height * 0.32) * 1.4) /
      unit;
    const share = smooth(0, 0.95, far);
    for (let c = 0; c < 3; c += 1)
      out[c] = (mood.light[c] as number) * (1 - share) + (deep[c] as number) * share;
    return 1;
  });
  for (let tree = 0; tree < 60; tree += 1) {
    const tall = unit * random.between(0.25, 0.5);
    canvas.paint(
      fir(random.between(0, width), height * 0.68, tall),
      mix(mist, green, 0.22 + random.next() * 0.12),
      0.75,
    );
  }
  trunks(stage, 13, unit * 0.022, height * 0.7, mix(mist, green, 0.42), mist);
  paintRidge(
    stage,
    { base: height * 0.86, tall: unit * 0.18, bumps: 3, sharp: 0, seed },
    mix(green, mist, 0.5),
    mix(green, mist, 0.12),
  );
  trunks(stage, 7, unit * 0.04, height * 0.78, mix(darken(green, 0.25), mist, 0.15), mist);
  canvas.field(0, height * 0.92, (x, y, out) => {
    const slant = (x - source) / (y + unit * 0.25);
    const shaft = smooth(0.5, 0.85, layeredNoise(slant * 6, 2.2, seed + 60, 3));
    for (let c = 0; c < 3; c += 1) out[c] = mood.light[c] as number;
    return shaft * 0.4 * smooth(1.6, 0, Math.abs(slant)) * (1 - y / height);
  });
  paintRidge(
    stage,
    { base: height * 1.01, tall: unit * 0.2, bumps: 2.5, sharp: 0, seed: seed + 8 },
    mix(green, mood.accent, 0.08),
    darken(green, 0.55),
  );
  for (let plant = 0; plant < 34; plant += 1) {
    const depth = plant / 34;
    fern(
      stage,
      random.between(0, width),
      height * (0.86 + depth * 0.16),
      unit * (0.04 + depth * 0.07),
      darken(green, 0.1 + depth * 0.3),
    );
  }
  leaves(stage, darken(green, 0.4), mix(green, mood.light, 0.45));
  for (let mote = 0; mote < 40; mote += 1)
    canvas.glow(
      random.between(0, width),
      random.between(height * 0.2, height * 0.9),
      unit * random.between(0.003, 0.009),
      mood.light,
      0.7,
    );
  return { x: width / 2, y: height * 0.93, size: unit * 0.56 };
}
