import type { Model } from "../../models/defineModel.ts";

/** A model's title; of one that is not known here, its id. */
export function modelTitle(models: readonly Model[], id: string): string {
  return models.find((model) => model.id === id)?.title ?? id;
}
