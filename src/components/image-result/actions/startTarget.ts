import type { Model } from "../../../models/defineModel.ts";
import { fieldsOf } from "./fieldsOf.ts";

/** Returns the model and field that can start from an image: the image's own model or the first one that can. */
export function startTarget(model: Model | undefined, models: readonly Model[]) {
  for (const one of model ? [model, ...models] : models) {
    const { image } = fieldsOf(one);
    if (image) return { model: one, field: image.name };
  }
  return undefined;
}
