import { encode } from "fast-png";
import type { SandboxPaint } from "react-easel/sandbox";
import { drawBadge } from "./badge.ts";
import { changePicture } from "./blendImages.ts";
import { createCanvas, type Canvas } from "./createCanvas.ts";
import { decodePicture } from "./decodeImage.ts";
import { chooseMood } from "./moods.ts";
import { createRandom, hash } from "./random.ts";
import { readPrompt } from "./readPrompt.ts";
import { readRecipe, type PictureRecipe } from "./recipe.ts";
import type { Stage } from "./stage.ts";
import { toBytes } from "./toBytes.ts";
import { treat } from "./treatments/treat.ts";

/** Drawing goes by the pixel: a picture of more than this many is drawn smaller and then enlarged. */
const mostDrawn = 2048 * 2048;

/** What the words and the seed make, before a style goes over it. */
function compose(recipe: PictureRecipe, width: number, height: number): Canvas {
  const { model, negativePrompt, prompt, seed } = recipe;
  const words = prompt.toLowerCase().replaceAll(/sandbox:\S+/g, "");
  const salt = [model, prompt, negativePrompt, seed].join("\n");
  const random = createRandom(salt);
  const canvas = createCanvas(width, height);
  // The words alone choose what is shown: another seed is another picture of the same thing.
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

/** The picture to start from; where its bytes can't be had, one that follows from its address. */
function original(recipe: PictureRecipe, image: string, bytes: Uint8Array | undefined): Canvas {
  const read = bytes && decodePicture(bytes);
  if (read) return read;
  const words = image.startsWith("data:") ? "a picture" : image.replaceAll(/[^a-z]+/gi, " ");
  const standIn = { ...recipe, prompt: words, negativePrompt: "", seed: hash(image) };
  return compose(standIn, Math.min(recipe.width, 768), Math.min(recipe.height, 768));
}

/** Paints a sandbox image as a scene that suits the prompt. */
export const paintImage: SandboxPaint = (request) => ({
  bytes: drawPicture(readRecipe(request), request.startImage),
  contentType: "image/png",
});

/**
 * Draws a recipe as PNG. The same recipe and source give the same bytes in every engine: nothing here reads the clock,
 * the locale or a random number, and no function is used whose last digits an engine may choose.
 */
export function drawPicture(recipe: PictureRecipe, source?: Uint8Array): Uint8Array<ArrayBuffer> {
  const from = recipe.source && original(recipe, recipe.source.image, source);
  const { width, height } = from ?? recipe;
  const scale = Math.min(1, Math.sqrt(mostDrawn / (width * height)));
  const canvas = compose(recipe, Math.ceil(width * scale), Math.ceil(height * scale));
  treat(canvas, recipe);
  if (from && recipe.source)
    changePicture(canvas, from, recipe.source.strength, hash(recipe.prompt));
  drawBadge(canvas, recipe);
  const data = toBytes(canvas, width, height);
  return encode({ width, height, data, channels: 3, depth: 8 }) as Uint8Array<ArrayBuffer>;
}
