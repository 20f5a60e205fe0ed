import type { Color } from "./color.ts";
import { coverage } from "./coverage.ts";
import type { Path } from "./paths.ts";

/** Function that writes a point's color to `out`. */
export type Paint = (x: number, y: number, out: Float32Array) => void;

export interface Canvas {
  readonly width: number;
  readonly height: number;
  /** RGB values of each pixel, row by row, from 0 to 1. */
  readonly data: Float32Array;
  paint(path: Path, color: Color | Paint, opacity?: number): void;
  /** Adds a round light that fades out toward its edge. */
  glow(x: number, y: number, radius: number, color: Color, opacity: number): void;
  field(
    top: number,
    bottom: number,
    paint: (x: number, y: number, out: Float32Array) => number,
  ): void;
}

const solid =
  ([red, green, blue]: Color): Paint =>
  (_x, _y, out) => {
    out[0] = red;
    out[1] = green;
    out[2] = blue;
  };

/** Returns a linear gradient between two points. */
export function linear(
  [x0, y0]: readonly [number, number],
  [x1, y1]: readonly [number, number],
  from: Color,
  to: Color,
): Paint {
  const [dx, dy] = [x1 - x0, y1 - y0];
  const scale = 1 / (dx * dx + dy * dy || 1);
  return (x, y, out) => {
    const share = Math.min(1, Math.max(0, ((x - x0) * dx + (y - y0) * dy) * scale));
    for (let c = 0; c < 3; c += 1)
      out[c] = (from[c] as number) + ((to[c] as number) - (from[c] as number)) * share;
  };
}

/** Returns a radial gradient. Off-center in a circle, it makes the circle look like a ball. */
export function radial(x0: number, y0: number, radius: number, from: Color, to: Color): Paint {
  return (x, y, out) => {
    const distance = Math.sqrt((x - x0) * (x - x0) + (y - y0) * (y - y0)) / radius;
    const share = Math.min(1, distance) * Math.min(1, distance);
    for (let c = 0; c < 3; c += 1)
      out[c] = (from[c] as number) + ((to[c] as number) - (from[c] as number)) * share;
  };
}

export function createCanvas(width: number, height: number): Canvas {
  const data = new Float32Array(width * height * 3);
  const out = new Float32Array(3);

  function blend(at: number, opacity: number): void {
    for (let c = 0; c < 3; c += 1) {
      const old = data[at + c] as number;
      data[at + c] = old + ((out[c] as number) - old) * opacity;
    }
  }

  return {
    width,
    height,
    data,
    paint(path, color, opacity = 1) {
      const ask = typeof color === "function" ? color : solid(color);
      coverage(path, width, height, (x, y, cover) => {
        ask(x, y, out);
        blend((y * width + x) * 3, cover * opacity);
      });
    },
    glow(x, y, radius, color, opacity) {
      const [red, green, blue] = color;
      const [top, bottom] = [Math.max(0, Math.floor(y - radius)), Math.min(height, y + radius)];
      const [left, right] = [Math.max(0, Math.floor(x - radius)), Math.min(width, x + radius)];
      for (let row = top; row < bottom; row += 1) {
        for (let column = left; column < right; column += 1) {
          const distance = ((column - x) * (column - x) + (row - y) * (row - y)) / radius / radius;
          if (distance >= 1) continue;
          const light = opacity * (1 - distance) * (1 - distance);
          const at = (row * width + column) * 3;
          // Screen blending keeps added light from exceeding white.
          data[at] = 1 - (1 - (data[at] as number)) * (1 - red * light);
          data[at + 1] = 1 - (1 - (data[at + 1] as number)) * (1 - green * light);
          data[at + 2] = 1 - (1 - (data[at + 2] as number)) * (1 - blue * light);
        }
      }
    },
    field(top, bottom, paint) {
      const last = Math.min(height, Math.ceil(bottom));
      for (let y = Math.max(0, Math.floor(top)); y < last; y += 1) {
        for (let x = 0; x < width; x += 1) {
          const opacity = paint(x, y, out);
          if (opacity > 0) blend((y * width + x) * 3, opacity);
        }
      }
    },
  };
}
