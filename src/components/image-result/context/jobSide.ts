import type { FirstLabels } from "../../../labels/en/firstLabels.ts";
import type { Model } from "../../../models/defineModel.ts";
import { describeFields } from "../../../models/describeFields.ts";
import { fileKind } from "../../../protocol/fileType.ts";
import type { Job } from "../../../runtime/job.ts";
import { promptOf } from "../../internals/promptOf.ts";
import type { ImageToCompare } from "./continueOptions.ts";
import { isShownAsImage } from "./ImageResultContext.ts";
import { resultSeed } from "./resultSeed.ts";

/** Returns a job's style, model, prompt, and seed, in the order in which users tell images apart. */
function namesOf(
  { input, result, modelId }: Job,
  models: readonly Model[],
  text: FirstLabels["result"],
) {
  const model = models.find(({ id }) => id === modelId);
  const style = model && describeFields(model).find(({ kind }) => kind === "style");
  const option = style?.options?.find(({ value }) => value === input[style.name]);
  const seed = resultSeed(result);
  return [option?.label, model?.title, promptOf(input), seed && text.seedOf(seed)];
}

/**
 * Returns the first image of a job to compare, or undefined if it has none. Its label names how the image differs from
 * that of `other`.
 */
export function jobSide(
  job: Job,
  models: readonly Model[],
  text: FirstLabels["result"],
  other?: Job,
): ImageToCompare | undefined {
  const [image] = job.result?.images ?? [];
  if (!image || !isShownAsImage(fileKind(image))) return undefined;
  const others = other && namesOf(other, models, text);
  const label = namesOf(job, models, text).find(
    (name, index) => name && (!others || (others[index] && name !== others[index])),
  );
  return { url: image.url, label, alt: text.alt(promptOf(job.input), 0, 1) };
}
