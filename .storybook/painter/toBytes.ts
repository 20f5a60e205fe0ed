import type { Canvas } from "./createCanvas.ts";

const byte = (value: number): number => Math.min(255, Math.max(0, Math.round(value * 255)));

/** Converts the image to bytes at the requested size. Interpolates each pixel from four when enlarging. */
export function toBytes(canvas: Canvas, width: number, height: number): Uint8Array {
  const { data, width: wide, height: high } = canvas;
  const bytes = new Uint8Array(width * height * 3);
  if (wide === width && high === height) {
    for (let at = 0; at < bytes.length; at += 1) bytes[at] = byte(data[at] as number);
    return bytes;
  }
  for (let y = 0; y < height; y += 1) {
    const v = Math.max(0, Math.min(high - 1, ((y + 0.5) * high) / height - 0.5));
    const above = Math.floor(v);
    const below = Math.min(high - 1, above + 1);
    for (let x = 0; x < width; x += 1) {
      const u = Math.max(0, Math.min(wide - 1, ((x + 0.5) * wide) / width - 0.5));
      const left = Math.floor(u);
      const right = Math.min(wide - 1, left + 1);
      for (let c = 0; c < 3; c += 1) {
        const a = data[(above * wide + left) * 3 + c] as number;
        const b = data[(above * wide + right) * 3 + c] as number;
        const d = data[(below * wide + left) * 3 + c] as number;
        const e = data[(below * wide + right) * 3 + c] as number;
        const upper = a + (b - a) * (u - left);
        const lower = d + (e - d) * (u - left);
        bytes[(y * width + x) * 3 + c] = byte(upper + (lower - upper) * (v - above));
      }
    }
  }
  return bytes;
}
