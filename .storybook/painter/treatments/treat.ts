import type { Canvas } from "../createCanvas.ts";
import { createRandom, hash } from "../random.ts";
import type { ImageRecipe } from "../recipe.ts";
import { styles } from "./styles.ts";
import { tinted, toned } from "./toning.ts";
import type { Treatment } from "./treatment.ts";

const tints = ["#d9634a", "#3f8fd0", "#4faf6c", "#8a5cd0", "#d0a03f", "#d05c9c"] as const;

/** Returns colored lighting for an unknown style, derived from its name. */
function unknownStyle(style: string): readonly Treatment[] {
  const random = createRandom(style);
  return [
    toned(random.pick(tints), random.pick(tints), "#fff6e6", 0.3),
    tinted(random.pick(tints), 0.45),
  ];
}

/** Applies the recipe's style to the image. */
export function treat(canvas: Canvas, { seed, style }: ImageRecipe): void {
  const treatments = Object.hasOwn(styles, style) ? styles[style] : unknownStyle(style);
  const tools = {
    random: createRandom(`${style}\n${seed}`),
    seed: hash(style) ^ hash(String(seed)),
    unit: Math.min(canvas.width, canvas.height),
  };
  for (const treatment of treatments ?? []) treatment(canvas, tools);
}
