import type { Client } from "../../../client/client.ts";
import { resultSeed } from "../context/resultSeed.ts";
import { imageFileName } from "./imageFileName.ts";
import { readImageFile, type ImageFileSource } from "./readImageFile.ts";
import { saveFile, saveFiles } from "./saveFiles.ts";

/** Saves an image with its recipe. @throws EaselError if the image can't be read */
export async function saveImage(source: ImageFileSource, client: Client): Promise<void> {
  saveFile(await readImageFile(source, client));
}

/** Saves the images that can be read, as one archive if there are several. Returns their number. */
export async function saveImages(
  source: Omit<ImageFileSource, "index">,
  indices: readonly number[],
  client: Client,
): Promise<number> {
  const read = await Promise.all(
    indices.map((index) => readImageFile({ ...source, index }, client).catch(() => undefined)),
  );
  const files = read.filter((file) => file !== undefined);
  const { prompt, result } = source;
  const first = { prompt, seed: resultSeed(result), index: 0, count: 1 };
  await saveFiles(files, imageFileName({ ...first, contentType: "application/zip" }));
  return files.length;
}
