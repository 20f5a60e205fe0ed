import { darken, hex, lighten, mix, type Color } from "../color.ts";
import { linear } from "../createCanvas.ts";
import { box, curve, ellipse } from "../paths.ts";
import type { Spot, Stage } from "../stage.ts";

function bottle({ canvas }: Stage, x: number, y: number, s: number, color: Color): void {
  const outline = [
    x - s * 0.13,
    y,
    x - s * 0.13,
    y - s * 0.58,
    x - s * 0.05,
    y - s * 0.74,
    x - s * 0.05,
    y - s,
    x + s * 0.05,
    y - s,
    x + s * 0.05,
    y - s * 0.74,
    x + s * 0.13,
    y - s * 0.58,
    x + s * 0.13,
    y,
  ];
  canvas.paint(
    outline,
    linear([x - s * 0.13, 0], [x + s * 0.13, 0], lighten(color, 0.25), darken(color, 0.5)),
  );
  canvas.paint(box(x - s * 0.09, y - s * 0.5, s * 0.035, s * 0.44), [1, 1, 1], 0.35);
  canvas.paint(box(x - s * 0.13, y - s * 0.36, s * 0.26, s * 0.18), [0.95, 0.9, 0.8], 0.65);
}

function lamp(stage: Stage, x: number, y: number, s: number, warm: Color): void {
  const { canvas } = stage;
  canvas.paint(box(x - s * 0.02, 0, s * 0.04, y), [0.03, 0.02, 0.02]);
  canvas.glow(x, y + s * 0.3, s * 3.4, warm, 0.5);
  canvas.paint(
    curve([
      x,
      y - s * 0.35,
      x + s * 0.3,
      y - s * 0.1,
      x + s * 0.55,
      y + s * 0.25,
      x,
      y + s * 0.32,
      x - s * 0.55,
      y + s * 0.25,
      x - s * 0.3,
      y - s * 0.1,
    ]),
    linear([x - s * 0.5, y], [x + s * 0.5, y], hex("#4a3a34"), hex("#150f10")),
  );
  canvas.paint(ellipse(x, y + s * 0.27, s * 0.46, s * 0.09), lighten(warm, 0.6));
  canvas.glow(x, y + s * 0.3, s * 0.8, warm, 0.9);
}

function bokeh({ canvas, mood, random, unit }: Stage, count: number, bottom: number): void {
  for (let light = 0; light < count; light += 1) {
    const [x, y] = [random.between(0, canvas.width), random.between(bottom * 0.05, bottom)];
    const r = unit * random.between(0.014, 0.05);
    const color = lighten(random.pick([mood.second, mood.accent, mood.low, hex("#ffb866")]), 0.15);
    const strength = random.between(0.12, 0.4);
    canvas.paint(ellipse(x, y, r, r), color, strength * 0.6);
    canvas.paint(ellipse(x, y, r * 0.86, r * 0.86), lighten(color, 0.2), strength * 0.4);
  }
}

export function bar(stage: Stage): Spot {
  const { canvas, mood, random, unit } = stage;
  const { width, height } = canvas;
  const warm = mix(hex("#ffb054"), mood.second, 0.35);
  const wall = mix(hex("#1d1214"), mood.top, 0.35);
  const counter = height * 0.8;
  canvas.field(0, height, (x, y, out) => {
    const glow = Math.max(
      0,
      1 -
        Math.sqrt((x - width / 2) * (x - width / 2) + (y - height * 0.45) * (y - height * 0.45)) /
          unit /
          0.75,
    );
    for (let c = 0; c < 3; c += 1)
      out[c] = (wall[c] as number) * 0.7 + (warm[c] as number) * glow * glow * 0.34;
    return 1;
  });
  for (let shelf = 0; shelf < 3; shelf += 1) {
    const y = height * (0.3 + shelf * 0.185);
    canvas.field(y - unit * 0.15, y, (_x, py, out) => {
      for (let c = 0; c < 3; c += 1) out[c] = warm[c] as number;
      const up = (y - py) / (unit * 0.15);
      return 0.36 * (1 - up) * (1 - up);
    });
    for (let x = unit * 0.02; x < width; x += unit * random.between(0.036, 0.06)) {
      const tone = random.pick([
        hex("#2f7d5b"),
        hex("#a85b1c"),
        hex("#7a1f2b"),
        hex("#2c5e8f"),
        hex("#caa25a"),
        mood.accent,
      ]);
      bottle(stage, x, y, unit * random.between(0.085, 0.135), darken(tone, 0.2));
    }
    canvas.paint(
      box(0, y, width, unit * 0.012),
      linear([0, y], [0, y + unit * 0.012], hex("#7a4d2c"), hex("#1b0f0a")),
    );
  }
  // Haze softens the shelves behind the lights.
  canvas.field(0, counter, (_x, _y, out) => {
    for (let c = 0; c < 3; c += 1) out[c] = wall[c] as number;
    return 0.3;
  });
  bokeh(stage, 38, height * 0.74);
  for (const across of [0.14, 0.5, 0.86])
    lamp(stage, width * across, height * 0.13, unit * 0.09, warm);
  canvas.paint(
    box(0, counter, width, height - counter),
    linear([0, counter], [0, height], hex("#5b3520"), hex("#160b08")),
  );
  canvas.paint(box(0, counter, width, unit * 0.01), lighten(warm, 0.3), 0.75);
  for (const across of [0.14, 0.5, 0.86]) {
    canvas.field(counter + unit * 0.01, height, (x, y, out) => {
      const [dx, dy] = [(x - width * across) / (unit * 0.12), (y - counter) / (height - counter)];
      for (let c = 0; c < 3; c += 1) out[c] = warm[c] as number;
      return Math.max(0, 1 - dx * dx) * (1 - dy) * 0.4;
    });
  }
  return { x: width / 2, y: height * 0.995, size: unit * 0.72 };
}
