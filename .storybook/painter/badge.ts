import type { Canvas } from "./createCanvas.ts";
import { eachDot, letterHeight, letterWidth } from "./font.ts";
import { box, curve } from "./paths.ts";
import type { ImageRecipe } from "./recipe.ts";

function label(canvas: Canvas, text: string, x: number, y: number, dot: number): void {
  eachDot(text, (u, v) => canvas.paint(box(x + u * dot, y + v * dot, dot, dot), [1, 1, 1], 0.94));
}

/** Labels an image as a sandbox image, with its model and seed. Skips very small images. */
export function paintBadge(canvas: Canvas, { model, seed }: ImageRecipe): void {
  const unit = Math.min(canvas.width, canvas.height);
  if (unit < 64) return;
  const full = `SANDBOX  ${model}  #${seed}`;
  const dot = Math.max(1, Math.round(unit / 512));
  const room = canvas.width - dot * 14;
  const text = full.length * letterWidth * dot < room ? full : "SANDBOX";
  const [wide, tall] = [(text.length * letterWidth - 1) * dot + dot * 8, (letterHeight + 6) * dot];
  const [left, top] = [dot * 4, canvas.height - tall - dot * 4];
  const [right, bottom, r] = [left + wide, top + tall, dot * 2];
  const plate = curve(
    [
      left,
      top + r,
      left + r,
      top,
      right - r,
      top,
      right,
      top + r,
      right,
      bottom - r,
      right - r,
      bottom,
      left + r,
      bottom,
      left,
      bottom - r,
    ],
    1,
  );
  canvas.paint(plate, [0.04, 0.04, 0.06], 0.62);
  label(canvas, text, left + dot * 4, top + dot * 3, dot);
}
