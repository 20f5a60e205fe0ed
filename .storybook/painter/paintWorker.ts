import { paintRecipe } from "./paintRecipe.ts";
import type { ImageRecipe } from "./recipe.ts";

export interface PaintTask {
  readonly id: number;
  readonly recipe: ImageRecipe;
  readonly startImage: Uint8Array | undefined;
}

export interface PaintAnswer {
  readonly id: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

const worker = globalThis as unknown as Worker;

worker.addEventListener("message", ({ data }: MessageEvent<PaintTask>) => {
  const { id, recipe, startImage } = data;
  const bytes = paintRecipe(recipe, startImage);
  worker.postMessage({ id, bytes } satisfies PaintAnswer, [bytes.buffer]);
});
