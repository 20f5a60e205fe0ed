import { darken, hex, lighten, mix, smooth, white } from "../color.ts";
import { ellipse } from "../paths.ts";
import { layeredNoise, noise } from "../random.ts";
import type { Spot, Stage } from "../stage.ts";
import { paintRidge, paintWater } from "./ground.ts";
import { paintSky } from "./sky.ts";

function beach({ canvas, mood, random, seed, unit }: Stage, shore: number): void {
  const { width, height } = canvas;
  const sand = mix(hex("#d9b48a"), mood.low, 0.35);
  const dry = mood.night ? mix(sand, mood.near, 0.6) : sand;
  const edge = (x: number): number =>
    shore +
    unit * 0.09 * (layeredNoise((x / unit) * 1.7, 1.3, seed + 71, 3) - 0.5) +
    (x / width - 0.5) * unit * 0.05;
  const edges = Array.from({ length: width }, (_, x) => edge(x));
  canvas.field(shore - unit * 0.1, height, (x, y, out) => {
    const down = y - (edges[x] as number);
    if (down < -unit * 0.018) return 0;
    const foam =
      smooth(unit * 0.02, 0, Math.abs(down)) *
      smooth(0.3, 0.62, noise((x / unit) * 46, (y / unit) * 70, seed + 3));
    const wet = smooth(unit * 0.14, 0, down);
    const grain = (layeredNoise((x / unit) * 22, (y / unit) * 60, seed + 9, 3) - 0.5) * 0.12;
    const fall = 1 - 0.3 * smooth(0, height - shore, down);
    for (let c = 0; c < 3; c += 1) {
      const ground =
        (dry[c] as number) * (1 - 0.42 * wet) * fall +
        grain * (1 - wet * 0.6) +
        wet * 0.2 * (mood.low[c] as number);
      out[c] = ground + (1 - ground) * foam * 0.9;
    }
    return smooth(-unit * 0.018, 0, down);
  });
  for (let pebble = 0; pebble < 40; pebble += 1) {
    const depth = random.next();
    const [x, y] = [
      random.between(0, width),
      shore + unit * 0.1 + (height - shore - unit * 0.08) * depth,
    ];
    const size = unit * (0.003 + 0.009 * depth * random.next());
    const tone = mix(darken(dry, 0.55), lighten(dry, 0.3), random.next());
    canvas.paint(
      ellipse(x + size * 0.6, y + size * 0.5, size * 1.4, size * 0.5),
      darken(dry, 0.6),
      0.4,
    );
    canvas.paint(ellipse(x, y, size, size * 0.65), tone);
  }
}

export function sea(stage: Stage): Spot {
  const { canvas, mood, random, seed, unit, words } = stage;
  const { width, height } = canvas;
  const afloat = /boat|ship|sail|yacht|lighthouse/.test(words);
  const onBeach =
    !afloat && (/beach|sand|shore|coast|stone|rock|pebble|palm/.test(words) || random.next() < 0.4);
  const line = height * random.between(0.5, 0.58);
  const sun = paintSky(stage, line);
  if (random.next() < 0.7) {
    const shape = { base: line + 2, tall: unit * 0.13, bumps: 1.6, sharp: 0.4, seed: seed + 40 };
    paintRidge(stage, shape, mix(mood.far, mood.middle, 0.3), mix(mood.far, mood.low, 0.6));
  }
  paintWater(stage, line, sun.x);
  for (let wave = 0; wave < 16; wave += 1) {
    const depth = wave / 16;
    const y = line + (height - line) * depth * depth + unit * 0.01;
    const x = random.between(0, width);
    canvas.paint(
      ellipse(
        x,
        y,
        unit * random.between(0.03, 0.12) * (0.4 + depth),
        unit * 0.0016 * (1 + 2 * depth),
      ),
      white,
      0.35,
    );
  }
  if (onBeach) beach(stage, height * 0.77);
  return onBeach
    ? { x: width / 2, y: height * 0.92, size: unit * 0.56 }
    : { x: width / 2, y: line + (height - line) * 0.5, size: unit * 0.42 };
}
