import type { SandboxFile } from "./dataUrl.ts";
import { encodePng } from "./encodePng.ts";
import type { SandboxPaintRequest } from "./sandboxPaint.ts";

const label = [
  " ##  #  #  # ##  ##   #  # #",
  "#   # # ## # # # # # # # # #",
  " #  ### # ## # # ##  # #  # ",
  "  # # # #  # # # # # # # # #",
  "##  # # #  # ##  ##   #  # #",
];

function hash(bytes: Uint8Array): number {
  let value = 0x811c9dc5;
  for (const byte of bytes) value = Math.imul(value ^ byte, 0x01000193);
  value = Math.imul(value ^ (value >>> 15), 0x85ebca6b);
  return ((value ^ (value >>> 13)) >>> 0) / 2 ** 32;
}

const hashValues = (...values: readonly unknown[]): number =>
  hash(new TextEncoder().encode(JSON.stringify(values)));

const colorOf = (hue: number): readonly number[] =>
  [0, 1, 2].map((channel) => 110 + 80 * Math.cos(2 * Math.PI * (hue + channel / 3)));

/** Paints a labeled PNG gradient. The prompt sets its first color; other inputs set its second color and direction. */
export async function paintGradient(request: SandboxPaintRequest): Promise<SandboxFile> {
  const { model, input, seed, width, height, startImage } = request;
  const { prompt, negative_prompt: negativePrompt, style, strength } = input;
  const start = startImage && [hash(startImage), strength];
  const other = hashValues(seed, model.id, negativePrompt, style, start);
  const from = colorOf(hashValues(prompt));
  const slopes = colorOf(other).map((value, channel) => value - (from[channel] ?? 0));
  const pixels = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const share = (x / width) * other + (y / height) * (1 - other);
      for (let channel = 0; channel < 3; channel += 1) {
        pixels[(y * width + x) * 3 + channel] =
          (from[channel] ?? 0) + (slopes[channel] ?? 0) * share;
      }
    }
  }

  const dot = Math.ceil(Math.min(width, height) / 192);
  for (const [row, dots] of label.entries()) {
    for (let y = (row + 2) * dot; y < Math.min(height, (row + 3) * dot); y += 1) {
      for (let x = 2 * dot; x < width; x += 1) {
        if (dots[Math.floor(x / dot) - 2] === "#")
          pixels.fill(255, (y * width + x) * 3, (y * width + x + 1) * 3);
      }
    }
  }
  return { bytes: await encodePng(width, height, pixels), contentType: "image/png" };
}
