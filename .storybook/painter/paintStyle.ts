import { encode } from "fast-png";
import { createCanvas } from "./createCanvas.ts";
import { compose } from "./paintRecipe.ts";
import { toBytes } from "./toBytes.ts";
import { treat } from "./treatments/treat.ts";

/** Scene that is painted in every style, so that users can compare the styles. */
export interface StyleScene {
  readonly prompt: string;
  readonly seed: number;
  /** Part of the scene to show, as fractions of its size: the start corner and the length of each side. */
  readonly crop: { readonly x: number; readonly y: number; readonly side: number };
}

export const catScene: StyleScene = {
  prompt: "a portrait of a cat",
  seed: 3,
  crop: { x: 0.14, y: 0.13, side: 0.72 },
};

/** Paints a small PNG of the scene in a style. Paints at twice the size, because fine lines would be too thick. */
export function paintStyle(
  style: string,
  { prompt, seed, crop }: StyleScene,
  width: number,
  height: number,
): Uint8Array<ArrayBuffer> {
  const canvas = createCanvas(width * 2, height * 2);
  const whole = { width: canvas.width / crop.side, height: canvas.height / crop.side };
  const recipe = { model: "sdxl-torch", prompt, negativePrompt: "", style, seed, ...whole };
  const scene = compose(recipe, Math.ceil(whole.width), Math.ceil(whole.height));
  for (let y = 0; y < canvas.height; y += 1) {
    const row = Math.round(crop.y * scene.height) + y;
    const start = (row * scene.width + Math.round(crop.x * scene.width)) * 3;
    canvas.data.set(scene.data.subarray(start, start + canvas.width * 3), y * canvas.width * 3);
  }
  treat(canvas, recipe);
  const data = toBytes(canvas, width, height);
  return encode({ width, height, data, channels: 3, depth: 8 }) as Uint8Array<ArrayBuffer>;
}
