import { encode } from "fast-png";
import { paintBadge } from "./badge.ts";
import { blendImages } from "./blendImages.ts";
import { createCanvas, type Canvas } from "./createCanvas.ts";
import { decodeImage } from "./decodeImage.ts";
import { chooseMood } from "./moods.ts";
import { createRandom, hash } from "./random.ts";
import { readPrompt } from "./readPrompt.ts";
import type { ImageRecipe } from "./recipe.ts";
import type { Stage } from "./stage.ts";
import { toBytes } from "./toBytes.ts";
import { treat } from "./treatments/treat.ts";

/** Maximum number of pixels to paint. Larger images are painted at a smaller size and enlarged. */
const mostPainted = 2048 * 2048;

/** Paints the image for the prompt and seed, before the style is applied. */
export function compose(recipe: ImageRecipe, width: number, height: number): Canvas {
  const { model, negativePrompt, prompt, seed } = recipe;
  const words = prompt.toLowerCase().replaceAll(/sandbox:\S+/g, "");
  const salt = [model, prompt, negativePrompt, seed].join("\n");
  const random = createRandom(salt);
  const canvas = createCanvas(width, height);
  // Only the prompt selects the scene and subject. The seed varies the image.
  const { scene, subject } = readPrompt(words, createRandom(words));
  const stage: Stage = {
    canvas,
    mood: chooseMood(words, random),
    random,
    seed: hash(salt),
    words,
    unit: Math.min(width, height),
    hasSubject: subject !== undefined,
  };
  const { x, y, size } = scene(stage);
  const aside = random.between(-0.08, 0.08) * stage.unit;
  subject?.(stage, { x: x + aside, y, size: size * random.between(0.9, 1.08) });
  return canvas;
}

/** Returns the start image, or one derived from its URL if its bytes are missing. */
function original(recipe: ImageRecipe, image: string, bytes: Uint8Array | undefined): Canvas {
  const read = bytes && decodeImage(bytes);
  if (read) return read;
  const words = image.startsWith("data:") ? "an image" : image.replaceAll(/[^a-z]+/gi, " ");
  const standIn = { ...recipe, prompt: words, negativePrompt: "", seed: hash(image) };
  return compose(standIn, Math.min(recipe.width, 768), Math.min(recipe.height, 768));
}

/**
 * Paints a recipe as a PNG. Equal recipes and sources give equal bytes in every engine. It uses no clock, no locale, no
 * random numbers, and no functions whose last digits vary between engines.
 */
export function paintRecipe(recipe: ImageRecipe, source?: Uint8Array): Uint8Array<ArrayBuffer> {
  const from = recipe.source && original(recipe, recipe.source.image, source);
  const { width, height } = from ?? recipe;
  const scale = Math.min(1, Math.sqrt(mostPainted / (width * height)));
  const canvas = compose(recipe, Math.ceil(width * scale), Math.ceil(height * scale));
  treat(canvas, recipe);
  if (from && recipe.source) blendImages(canvas, from, recipe.source.strength, hash(recipe.prompt));
  paintBadge(canvas, recipe);
  const data = toBytes(canvas, width, height);
  return encode({ width, height, data, channels: 3, depth: 8 }) as Uint8Array<ArrayBuffer>;
}
