import type { Model } from "../../models/defineModel.ts";

/** Returns a model's title, or the ID of an unknown one. */
export function modelTitle(models: readonly Model[], id: string): string {
  return models.find((model) => model.id === id)?.title ?? id;
}
