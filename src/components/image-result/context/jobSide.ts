import type { FirstLabels } from "../../../labels/en/firstLabels.ts";
import type { Model } from "../../../models/defineModel.ts";
import { fileKind } from "../../../protocol/fileType.ts";
import type { Job } from "../../../runtime/job.ts";
import { promptOf } from "../../internals/promptOf.ts";
import type { ImageToCompare } from "./continueOptions.ts";
import { isShownAsImage } from "./ImageResultContext.ts";
import { resultSeed } from "./resultSeed.ts";
import { sideName } from "./sideName.ts";

/** Returns the first image of a job to compare, or undefined if it has none. */
export function jobSide(
  { result, input, modelId }: Job,
  models: readonly Model[],
  text: FirstLabels["result"],
): ImageToCompare | undefined {
  const [image] = result?.images ?? [];
  if (!image || !isShownAsImage(fileKind(image))) return undefined;
  const prompt = promptOf(input);
  const model = models.find(({ id }) => id === modelId);
  const label = sideName({ model, seed: resultSeed(result), prompt });
  return { url: image.url, label, alt: text.alt(prompt, 0, 1) };
}
