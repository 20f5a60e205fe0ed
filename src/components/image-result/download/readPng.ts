import type { Client } from "../../../client/client.ts";
import { readImage } from "./readImage.ts";
import { withLabel } from "./withLabel.ts";

/** Converts an image to PNG, the only image type that all browsers can copy. */
async function asPng(blob: Blob): Promise<Blob> {
  if (blob.type === "image/png") return blob;
  const bitmap = await createImageBitmap(blob);
  const canvas = document.createElement("canvas");
  canvas.width = bitmap.width;
  canvas.height = bitmap.height;
  canvas.getContext("2d")?.drawImage(bitmap, 0, 0);
  bitmap.close();
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (png) => (png ? resolve(png) : reject(new Error("PNG encoding failed."))),
      "image/png",
    );
  });
}

/**
 * Fetches an image free of charge and converts it to PNG, with a label if given.
 *
 * @throws EaselError if the image can't be read
 */
export async function readPng(
  url: string,
  client: Client,
  label: string | undefined,
): Promise<Blob> {
  return asPng(await withLabel(await readImage(url, client), label));
}
