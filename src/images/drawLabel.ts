import { createSurface, type ImageType } from "./surface.ts";

const encodedTypes: ReadonlySet<string> = new Set<ImageType>([
  "image/jpeg",
  "image/png",
  "image/webp",
]);
const quality = 0.95;
/** Height of the text as a share of the image's shorter side, and its minimum in pixels. */
const textShare = 0.028;
const minTextHeight = 11;

/**
 * Draws a text in the lower left corner of an image. Returns a re-encoded copy without metadata, as a PNG if the
 * browser can't encode the image's type. @throws if the browser can't decode the image
 */
export async function drawLabel(image: Blob, text: string): Promise<Blob> {
  const bitmap = await createImageBitmap(image);
  const { width, height } = bitmap;
  const surface = createSurface({ width, height });
  const { context } = surface;
  context.drawImage(bitmap, 0, 0);
  bitmap.close();
  const size = Math.max(minTextHeight, Math.round(Math.min(width, height) * textShare));
  context.font = `600 ${size}px system-ui, sans-serif`;
  const box = { width: context.measureText(text).width + size * 1.2, height: size * 1.8 };
  const left = size;
  const top = height - size - box.height;
  context.fillStyle = "rgb(20 16 12 / 0.72)";
  context.fillRect(left, top, box.width, box.height);
  context.fillStyle = "#fff";
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.fillText(text, left + box.width / 2, top + box.height / 2);
  const type = encodedTypes.has(image.type) ? (image.type as ImageType) : "image/png";
  return surface.encode(type, quality);
}
