import { cosine, sine } from "./turns.ts";

/** Closed outline: alternating x and y coordinates, in pixels. */
export type Path = readonly number[];

export function ellipse(x: number, y: number, rx: number, ry: number, turn = 0): Path {
  const points = Math.max(16, Math.min(96, Math.ceil(Math.max(rx, ry) * 0.8)));
  const [c, s] = [cosine(turn), sine(turn)];
  const path: number[] = [];
  for (let point = 0; point < points; point += 1) {
    const [u, v] = [cosine(point / points) * rx, sine(point / points) * ry];
    path.push(x + u * c - v * s, y + u * s + v * c);
  }
  return path;
}

export const box = (x: number, y: number, width: number, height: number): Path => [
  x,
  y,
  x + width,
  y,
  x + width,
  y + height,
  x,
  y + height,
];

export function curve(points: Path, perSide = 8): Path {
  const count = points.length / 2;
  const at = (point: number, axis: number): number =>
    points[((point + count) % count) * 2 + axis] as number;
  const path: number[] = [];
  for (let point = 0; point < count; point += 1) {
    for (let step = 0; step < perSide; step += 1) {
      const t = step / perSide;
      for (const axis of [0, 1]) {
        const [a, b] = [at(point - 1, axis), at(point, axis)];
        const [c, d] = [at(point + 1, axis), at(point + 2, axis)];
        path.push(
          b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a))),
        );
      }
    }
  }
  return path;
}

export function placed(points: Path, x: number, y: number, size: number, flip = false): Path {
  return points.map((value, index) =>
    index % 2 === 0 ? x + (flip ? -value : value) * size : y + value * size,
  );
}

/** Returns the outline of a line with a width. `taper` is the relative width at its end. */
export function stroke(points: Path, width: number, taper = 1): Path {
  const [there, back]: [number[], number[]] = [[], []];
  const count = points.length / 2;
  for (let point = 0; point < count; point += 1) {
    const before = Math.max(0, point - 1) * 2;
    const after = Math.min(count - 1, point + 1) * 2;
    const dx = (points[after] as number) - (points[before] as number);
    const dy = (points[after + 1] as number) - (points[before + 1] as number);
    const length = Math.sqrt(dx * dx + dy * dy) || 1;
    const half = (width / 2) * (1 + (taper - 1) * (point / Math.max(1, count - 1)));
    const [x, y] = [points[point * 2] as number, points[point * 2 + 1] as number];
    there.push(x - (dy / length) * half, y + (dx / length) * half);
    back.unshift(x + (dy / length) * half, y - (dx / length) * half);
  }
  return [...there, ...back];
}
