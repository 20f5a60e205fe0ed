import type { FirstLabels } from "../../../labels/en/firstLabels.ts";
import type { Model } from "../../../models/defineModel.ts";

interface Side {
  readonly model: Pick<Model, "title"> | undefined;
  readonly seed: string | undefined;
  readonly prompt: string;
}

/** Returns a name that differs for images of the same prompt. */
export function sideName({ model, seed, prompt }: Side, text: FirstLabels["result"]): string {
  return [seed && text.seedOf(seed), model?.title].filter(Boolean).join(" · ") || prompt;
}
