import type { Model } from "../../models/defineModel.ts";

export function modelTitle(models: readonly Model[], id: string): string {
  return models.find((model) => model.id === id)?.title ?? id;
}
