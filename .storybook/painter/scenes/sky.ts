import { lighten, mix, smooth, white } from "../color.ts";
import { radial } from "../createCanvas.ts";
import { ellipse } from "../paths.ts";
import { layeredNoise } from "../random.ts";
import type { Stage } from "../stage.ts";

function stars({ canvas, random, unit }: Stage, horizon: number): void {
  for (let star = 0; star < 170; star += 1) {
    const [x, y] = [random.between(0, canvas.width), random.between(0, horizon * 0.85)];
    const size = random.next() * random.next() * random.next();
    canvas.glow(x, y, unit * (0.0016 + size * 0.006), white, 0.45 + 0.55 * random.next());
  }
}

function lightSource({ canvas, mood, random, unit }: Stage, x: number, y: number): void {
  const radius = unit * random.between(0.045, 0.085);
  canvas.glow(x, y, unit * 0.75, mood.low, mood.night ? 0.35 : 0.6);
  canvas.glow(x, y, radius * 3.4, mood.light, 0.55);
  const dim = mix(mood.light, mood.low, mood.night ? 0.35 : 0.12);
  canvas.paint(
    ellipse(x, y, radius, radius),
    radial(x - radius * 0.3, y - radius * 0.3, radius * 1.5, mood.light, dim),
  );
  if (!mood.night) return;
  for (const [dx, dy, size] of [
    [-0.3, -0.2, 0.22],
    [0.32, 0.12, 0.16],
    [-0.05, 0.42, 0.13],
    [0.2, -0.5, 0.1],
  ] as const) {
    canvas.paint(
      ellipse(x + dx * radius, y + dy * radius, size * radius, size * radius * 0.9),
      mix(dim, mood.far, 0.4),
      0.4,
    );
  }
}

function clouds({ canvas, mood, random, seed, unit }: Stage, horizon: number): void {
  const cover = random.between(0.5, 0.62);
  const scale = 1 / (unit * random.between(0.3, 0.5));
  const lit = lighten(mood.low, 0.45);
  canvas.field(0, horizon, (x, y, out) => {
    const depth = y / horizon;
    const thick = layeredNoise(x * scale, y * scale * (1.6 + depth * 3), seed, 4);
    const opacity = smooth(cover, cover + 0.24, thick) * (0.85 - 0.5 * depth);
    if (opacity <= 0) return 0;
    const shade = smooth(
      cover,
      cover + 0.4,
      layeredNoise(x * scale, (y - unit * 0.02) * scale * (1.6 + depth * 3), seed, 2),
    );
    for (let c = 0; c < 3; c += 1) {
      const low = ((mood.middle[c] as number) + (mood.low[c] as number)) / 2;
      out[c] = (lit[c] as number) + (low - (lit[c] as number)) * shade;
    }
    return mood.night ? opacity * 0.4 : opacity;
  });
}

/** Paints the sky down to the horizon and returns the position of the light. */
export function paintSky(
  stage: Stage,
  horizon: number,
): { readonly x: number; readonly y: number } {
  const { canvas, mood, random, unit } = stage;
  canvas.field(0, canvas.height, (_x, y, out) => {
    const share = Math.min(1, y / horizon);
    const [from, to, part] =
      share < 0.55
        ? [mood.top, mood.middle, share / 0.55]
        : [mood.middle, mood.low, (share - 0.55) / 0.45];
    for (let c = 0; c < 3; c += 1)
      out[c] = (from[c] as number) + ((to[c] as number) - (from[c] as number)) * part;
    return 1;
  });
  if (mood.night) stars(stage, horizon);
  const side = stage.hasSubject ? random.pick([0.2, 0.8]) : random.between(0.22, 0.78);
  const x = canvas.width * (side + random.between(-0.06, 0.06));
  const y = horizon * random.between(0.28, 0.72);
  lightSource(stage, x, y);
  clouds(stage, horizon);
  if (random.next() < 0.45 && !mood.night) birds(stage, horizon, unit);
  return { x, y };
}

function birds({ canvas, mood, random }: Stage, horizon: number, unit: number): void {
  const [x, y] = [canvas.width * random.between(0.2, 0.7), horizon * random.between(0.25, 0.55)];
  for (let bird = 0; bird < 6; bird += 1) {
    const [bx, by] = [x + random.between(0, unit * 0.2), y + random.between(0, unit * 0.08)];
    const s = unit * random.between(0.008, 0.016);
    canvas.paint(
      [
        bx - s,
        by - s * 0.5,
        bx - s * 0.4,
        by - s * 0.55,
        bx,
        by,
        bx + s * 0.4,
        by - s * 0.55,
        bx + s,
        by - s * 0.5,
        bx + s * 0.45,
        by - s * 0.3,
        bx,
        by + s * 0.25,
        bx - s * 0.45,
        by - s * 0.3,
      ],
      mood.near,
      0.75,
    );
  }
}
