import { darken, lighten, mix, smooth, white, type Color } from "../color.ts";
import { ellipse } from "../paths.ts";
import { layeredNoise, noise } from "../random.ts";
import type { Spot, Stage } from "../stage.ts";
import { cosine, sine } from "../turns.ts";
import { paintRidge } from "./ground.ts";

/** Paints half of a planet's rings. Paint the far half before the planet, and the near half after it. */
function rings(
  { canvas }: Stage,
  x: number,
  y: number,
  r: number,
  color: Color,
  from: number,
): void {
  for (let ring = 0; ring < 6; ring += 1) {
    const [outer, inner] = [r * (1.45 + ring * 0.11), r * (1.37 + ring * 0.11)];
    const [there, back]: [number[], number[]] = [[], []];
    for (let step = 0; step <= 32; step += 1) {
      const turn = from + step / 64;
      const [u, v] = [cosine(turn), sine(turn)];
      there.push(x + u * outer, y + v * outer * 0.22 + u * outer * 0.2);
      back.unshift(x + u * inner, y + v * inner * 0.22 + u * inner * 0.2);
    }
    canvas.paint([...there, ...back], lighten(color, 0.3), 0.3 + 0.45 * (((ring * 37) % 5) / 5));
  }
}

function planet(
  stage: Stage,
  x: number,
  y: number,
  r: number,
  colors: readonly [Color, Color, Color],
): void {
  const { canvas, random, seed, unit } = stage;
  const ringed = random.next() < 0.55 && r > unit * 0.12;
  const banded = random.next() < 0.5;
  const [base, band, glow] = colors;
  canvas.glow(x, y, r * 1.35, glow, 0.55);
  if (ringed) rings(stage, x, y, r, glow, 0.5);
  const salt = seed + Math.floor(x);
  canvas.paint(ellipse(x, y, r, r), (px, py, out) => {
    const [u, v] = [(px - x) / r, (py - y) / r];
    const z = Math.sqrt(Math.max(0, 1 - u * u - v * v));
    const surface = banded
      ? layeredNoise(u * 0.8, v * 6 + noise(u * 3, v * 3, salt) * 0.9, salt, 4)
      : smooth(0.42, 0.58, layeredNoise((u / (0.6 + z)) * 3, (v / (0.6 + z)) * 3, salt, 5));
    const light = smooth(-0.25, 0.95, z * 0.62 - u * 0.55 - v * 0.5);
    const rim = (1 - z) * (1 - z) * light;
    for (let c = 0; c < 3; c += 1) {
      const ground = (base[c] as number) + ((band[c] as number) - (base[c] as number)) * surface;
      out[c] = Math.min(1, ground * (0.04 + 1.1 * light) + (glow[c] as number) * rim * 0.9);
    }
  });
  if (ringed) rings(stage, x, y, r, glow, 0);
}

export function space(stage: Stage): Spot {
  const { canvas, mood, random, seed, unit, hasSubject } = stage;
  const { width, height } = canvas;
  const deep = darken(mix(mood.top, [0.02, 0.02, 0.08], 0.75), 0.4);
  const [one, two] = [mix(mood.accent, mood.top, 0.2), mix(mood.second, mood.middle, 0.35)];
  canvas.field(0, height, (x, y, out) => {
    const [u, v] = [x / unit, y / unit];
    const warp = layeredNoise(u * 1.6, v * 1.6, seed + 1, 3);
    const cloud = layeredNoise(u * 2 + warp * 1.6, v * 2 - warp, seed + 2, 4);
    const band = smooth(0.55, 0, Math.abs(v - 0.5 - (u - 0.5) * 0.4 + (warp - 0.5) * 0.5));
    const [a, b] = [smooth(0.34, 0.72, cloud) * band, smooth(0.4, 0.75, warp) * band];
    for (let c = 0; c < 3; c += 1)
      out[c] = Math.min(
        1,
        (deep[c] as number) + (one[c] as number) * a * 0.95 + (two[c] as number) * b * 0.75,
      );
    return 1;
  });
  for (let star = 0; star < 340; star += 1) {
    const size = random.next() * random.next() * random.next() * random.next();
    const tint = mix(
      white,
      random.pick([mood.second, mood.accent, mood.light]),
      random.next() * 0.5,
    );
    const [x, y] = [random.between(0, width), random.between(0, height)];
    canvas.glow(x, y, unit * (0.0018 + size * 0.012), tint, random.between(0.5, 1));
    if (size > 0.3) canvas.glow(x, y, unit * 0.03, tint, 0.5);
  }
  const left = random.next() < 0.5;
  const [x, y] = [width * (left ? 0.26 : 0.74), height * random.between(0.26, 0.4)];
  planet(stage, x, y, unit * random.between(0.15, hasSubject ? 0.19 : 0.25), [
    mood.middle,
    mood.accent,
    mood.low,
  ]);
  planet(
    stage,
    width * (left ? 0.8 : 0.2),
    height * random.between(0.15, 0.6),
    unit * random.between(0.03, 0.07),
    [mood.far, mood.second, mood.light],
  );
  if (hasSubject || random.next() < 0.6) {
    const rock = mix(mood.far, mood.near, 0.5);
    paintRidge(
      stage,
      { base: height * 0.93, tall: unit * 0.2, bumps: 3, sharp: 0.6, seed: seed + 4 },
      lighten(rock, 0.12),
      darken(rock, 0.2),
    );
    paintRidge(
      stage,
      { base: height, tall: unit * 0.13, bumps: 2, sharp: 0.15, seed: seed + 6 },
      rock,
      darken(rock, 0.6),
    );
  }
  return { x: width / 2, y: height * 0.93, size: unit * 0.56 };
}
