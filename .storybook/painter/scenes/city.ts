import { darken, hex, lighten, mix, type Color } from "../color.ts";
import { linear } from "../createCanvas.ts";
import { box } from "../paths.ts";
import type { Spot, Stage } from "../stage.ts";
import { paintWater } from "./ground.ts";
import { paintSky } from "./sky.ts";

interface Row {
  readonly foot: number;
  readonly tall: number;
  readonly wide: number;
  readonly color: Color;
  readonly haze: Color;
  /** Share of lit windows, from 0 to 1. */
  readonly lit: number;
}

function windows(
  { canvas, mood, random, unit }: Stage,
  x: number,
  y: number,
  wide: number,
  tall: number,
  lit: number,
): void {
  const cell = unit * 0.0125;
  const columns = Math.floor((wide - cell) / cell);
  const rows = Math.floor((tall - cell * 2) / (cell * 1.5));
  const warm = [hex("#ffd98a"), hex("#ffb866"), lighten(mood.second, 0.4), hex("#fff1cf")] as const;
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      if (random.next() > lit) continue;
      canvas.paint(
        box(x + cell * (column + 0.72), y + cell * (1.4 + row * 1.5), cell * 0.56, cell * 0.86),
        random.pick(warm),
        random.between(0.5, 1),
      );
    }
  }
}

function roof(
  { canvas, random, unit }: Stage,
  x: number,
  y: number,
  wide: number,
  color: Color,
): void {
  const kind = random.next();
  if (kind < 0.25) canvas.paint([x, y + 1, x + wide / 2, y - wide * 0.7, x + wide, y + 1], color);
  else if (kind < 0.5)
    canvas.paint(box(x + wide * 0.2, y - unit * 0.02, wide * 0.6, unit * 0.022), color);
  else if (kind < 0.75) {
    canvas.paint(box(x + wide * 0.25, y - unit * 0.03, wide * 0.5, unit * 0.032), color);
    canvas.paint(box(x + wide * 0.49, y - unit * 0.1, unit * 0.004, unit * 0.1), color);
  }
}

function skyline(stage: Stage, { foot, tall, wide, color, haze, lit }: Row): void {
  const { canvas, random, unit } = stage;
  let x = -unit * 0.05;
  while (x < canvas.width) {
    const across = wide * random.between(0.6, 1.4);
    const middle = 1 - Math.abs((x + across / 2) / canvas.width - 0.5);
    const high = tall * random.between(0.35, 1) * (0.45 + 0.55 * middle);
    const top = foot - high;
    roof(stage, x, top, across, color);
    canvas.paint(
      box(x, top, across, canvas.height - top),
      linear([0, top], [0, foot], color, haze),
    );
    canvas.paint(box(x, top, across * 0.16, high), lighten(color, 0.25), 0.22);
    if (lit > 0) windows(stage, x, top, across, high, lit);
    x += across + unit * random.between(-0.004, 0.012);
  }
}

export function city(stage: Stage): Spot {
  const { canvas, mood, unit } = stage;
  const { width, height } = canvas;
  const line = height * 0.74;
  const sun = paintSky(stage, line);
  const lit = mood.night ? 0.5 : 0.2;
  const dark = mix(mood.near, mood.top, 0.25);
  skyline(stage, {
    foot: line,
    tall: unit * 0.52,
    wide: unit * 0.075,
    color: mix(mood.far, mood.middle, 0.35),
    haze: mix(mood.far, mood.low, 0.75),
    lit: 0,
  });
  skyline(stage, {
    foot: line,
    tall: unit * 0.46,
    wide: unit * 0.09,
    color: mix(mood.far, dark, 0.5),
    haze: mix(mood.far, mood.low, 0.4),
    lit: lit * 0.5,
  });
  skyline(stage, {
    foot: line,
    tall: unit * 0.34,
    wide: unit * 0.11,
    color: dark,
    haze: darken(dark, 0.2),
    lit,
  });
  paintWater(stage, line, sun.x);
  for (let lamp = 0; lamp < 14; lamp += 1) {
    const x = ((lamp + 0.5) / 14) * width;
    canvas.glow(x, line - unit * 0.012, unit * 0.03, mood.second, 0.8);
    canvas.paint(box(x - 1, line - unit * 0.014, 2, unit * 0.014), dark);
  }
  return { x: width / 2, y: height * 0.97, size: unit * 0.5 };
}
