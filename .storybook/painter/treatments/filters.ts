import { brightness } from "../color.ts";
import type { Canvas } from "../createCanvas.ts";

export function eachPixel(
  { data, width }: Canvas,
  change: (at: number, x: number, y: number) => void,
): void {
  for (let pixel = 0; pixel * 3 < data.length; pixel += 1) {
    change(pixel * 3, pixel % width, Math.floor(pixel / width));
  }
}

export function brightnesses({ data }: Canvas): Float32Array {
  const light = new Float32Array(data.length / 3);
  for (let pixel = 0; pixel < light.length; pixel += 1) {
    const at = pixel * 3;
    light[pixel] = brightness(data[at] as number, data[at + 1] as number, data[at + 2] as number);
  }
  return light;
}

/** Applies a box blur with running sums, so that the cost doesn't depend on the radius. */
export function blurred(
  source: Float32Array,
  width: number,
  height: number,
  radius: number,
  channels: number,
): Float32Array {
  const r = Math.max(1, Math.round(radius));
  const pass = (
    from: Float32Array,
    length: number,
    lines: number,
    step: number,
    across: number,
  ): Float32Array => {
    const to = new Float32Array(from.length);
    for (let line = 0; line < lines; line += 1) {
      for (let c = 0; c < channels; c += 1) {
        const at = (index: number): number =>
          line * across + Math.min(length - 1, Math.max(0, index)) * step + c;
        let sum = 0;
        for (let index = -r; index <= r; index += 1) sum += from[at(index)] as number;
        for (let index = 0; index < length; index += 1) {
          to[at(index)] = sum / (2 * r + 1);
          sum += (from[at(index + r + 1)] as number) - (from[at(index - r)] as number);
        }
      }
    }
    return to;
  };
  const rows = pass(source, width, height, channels, width * channels);
  return pass(rows, height, width, width * channels, channels);
}

/** Returns the edge strength at each pixel, from 0 to about 1. */
export function edges(canvas: Canvas, radius: number): Float32Array {
  const { width, height } = canvas;
  const light = blurred(brightnesses(canvas), width, height, radius, 1);
  const reach = Math.max(1, Math.round(radius));
  const found = new Float32Array(light.length);
  for (let y = 0; y < height; y += 1) {
    const [up, down] = [Math.max(0, y - reach) * width, Math.min(height - 1, y + reach) * width];
    for (let x = 0; x < width; x += 1) {
      const [left, right] = [Math.max(0, x - reach), Math.min(width - 1, x + reach)];
      const dx = (light[y * width + right] as number) - (light[y * width + left] as number);
      const dy = (light[down + x] as number) - (light[up + x] as number);
      found[y * width + x] = Math.sqrt(dx * dx + dy * dy) * 2;
    }
  }
  return found;
}

/** Adjusts saturation (grayer below 1), contrast around middle gray, and brightness. */
export function grade(canvas: Canvas, saturation: number, contrast: number, lift = 0): void {
  const { data } = canvas;
  eachPixel(canvas, (at) => {
    const gray = brightness(data[at] as number, data[at + 1] as number, data[at + 2] as number);
    for (let c = 0; c < 3; c += 1) {
      const value = gray + ((data[at + c] as number) - gray) * saturation;
      data[at + c] = Math.min(1, Math.max(0, 0.5 + (value - 0.5) * contrast + lift));
    }
  });
}

export function average(
  { data, width, height }: Canvas,
  left: number,
  top: number,
  size: number,
): [number, number, number] {
  const sum: [number, number, number] = [0, 0, 0];
  let count = 0;
  const step = Math.max(1, Math.floor(size / 6));
  for (let y = Math.max(0, Math.floor(top)); y < Math.min(height, top + size); y += step) {
    for (let x = Math.max(0, Math.floor(left)); x < Math.min(width, left + size); x += step) {
      const at = (y * width + x) * 3;
      for (const c of [0, 1, 2] as const) sum[c] += data[at + c] as number;
      count += 1;
    }
  }
  return [sum[0] / (count || 1), sum[1] / (count || 1), sum[2] / (count || 1)];
}
