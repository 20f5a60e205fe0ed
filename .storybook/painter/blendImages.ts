import { smooth } from "./color.ts";
import type { Canvas } from "./createCanvas.ts";
import { layeredNoise } from "./random.ts";
import { brightnesses, eachPixel } from "./treatments/filters.ts";

/**
 * Blends the painted image with the start image. Low strengths tint the start image. Higher strengths reveal the new
 * image in patches, brightest first. A strength of 1 replaces the start image.
 */
export function blendImages(canvas: Canvas, from: Canvas, strength: number, seed: number): void {
  const { data, width, height } = canvas;
  const unit = Math.min(width, height);
  const share = Math.min(1, Math.max(0, (strength - 0.05) / 0.95));
  const lightBefore = brightnesses(from);
  const lightAfter = brightnesses(canvas);
  eachPixel(canvas, (at, x, y) => {
    const pixel = at / 3;
    const [before, after] = [lightBefore[pixel] as number, lightAfter[pixel] as number];
    const patch = layeredNoise((x / unit) * 4, (y / unit) * 4, seed, 3) * 0.7 + after * 0.3;
    const through =
      smooth(1 - share * 1.25, 1.35 - share * 1.25, patch) * share + share * share * 0.4;
    const cover = strength >= 1 ? 1 : Math.min(1, through);
    for (let c = 0; c < 3; c += 1) {
      const old = from.data[at + c] as number;
      const painted = data[at + c] as number;
      const stained = Math.min(1, painted * (before / Math.max(0.08, after)));
      const kept = old + (stained - old) * Math.min(0.8, share * 0.9);
      data[at + c] = kept + (painted - kept) * cover;
    }
  });
}
