import type { Client } from "../../../client/client.ts";
import { writeDigitalSourceType } from "../../../images/digitalSource.ts";
import { writeImageText } from "../../../images/imageText.ts";
import { sniffLength, sniffType } from "../../../protocol/sniffType.ts";
import type { JobResult } from "../../../protocol/wire.ts";
import { recipes } from "../../../runtime/recipes.ts";
import type { ImageResultState } from "../context/ImageResultContext.ts";
import { resultSeed } from "../context/resultSeed.ts";
import { startImage } from "../context/startImage.ts";
import { imageFileName } from "./imageFileName.ts";
import { readImage } from "./readImage.ts";
import { withLabel } from "./withLabel.ts";

export interface ImageFileSource extends Pick<ImageResultState, "prompt" | "input" | "model"> {
  readonly result: JobResult;
  readonly index: number;
  /** Text to draw into the image. */
  readonly label?: string | undefined;
}

export interface NamedFile {
  readonly name: string;
  readonly blob: Blob;
}

async function withMetadata(blob: Blob, source: ImageFileSource): Promise<Blob> {
  const { result, index, input, model } = source;
  try {
    const isEdited = startImage(input, model) !== undefined;
    const type = isEdited ? "compositeWithTrainedAlgorithmicMedia" : "trainedAlgorithmicMedia";
    const typed = await writeDigitalSourceType(blob, type);
    if (!model || !input) return typed;
    const { writeRecipe } = await recipes.load();
    const seed = Number(resultSeed(result, index));
    const used = Number.isSafeInteger(seed) ? { ...input, seed } : input;
    return await writeImageText(typed, writeRecipe(model, used));
  } catch {
    return blob;
  }
}

/**
 * Returns an image with its recipe and digital source type, in a file named after the prompt and seed.
 *
 * @throws EaselError if the fetch fails
 * @throws if a label can't be drawn
 */
export async function readImageFile(source: ImageFileSource, client: Client): Promise<NamedFile> {
  const { result, index, prompt } = source;
  const image = result.images[index];
  const blob = await withLabel(await readImage(image?.url ?? "", client), source.label);
  const head = new Uint8Array(await blob.slice(0, sniffLength).arrayBuffer());
  const contentType = sniffType(head) ?? (blob.type || (image?.contentType ?? ""));
  const seed = resultSeed(result, index);
  const count = result.images.length;
  const name = imageFileName({ prompt, seed, index, count, contentType, url: image?.url });
  return { name, blob: await withMetadata(blob, source) };
}
