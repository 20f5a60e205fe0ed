import type { Model } from "../../../models/defineModel.ts";
import type { JobInput } from "../../internals/promptOf.ts";
import { fieldsOf } from "./fieldsOf.ts";

/** Model and field that take an image. */
export interface StartTarget {
  readonly model: Model;
  readonly field: string;
}

export const startValues = ({ field }: StartTarget, url: string): JobInput => ({
  [field]: new URL(url, document.baseURI).href,
});

export const isUpscale = ({ task }: Model): boolean => task === "upscale";

/** Returns the model and field that take an image: the image's own model, or the first one with the right task. */
export function startTarget(
  model: Model | undefined,
  models: readonly Model[],
  { upscale = false } = {},
): StartTarget | undefined {
  for (const one of model ? [model, ...models] : models) {
    const { image } = fieldsOf(one);
    if (image && isUpscale(one) === upscale) return { model: one, field: image.name };
  }
  return undefined;
}
