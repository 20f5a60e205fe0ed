import type { Size } from "./planResize.ts";

/** Types that canvases encode. Browsers that can't encode WebP return a PNG. */
export type ImageType = "image/jpeg" | "image/png" | "image/webp";

export interface Surface {
  readonly context: OffscreenCanvasRenderingContext2D | CanvasRenderingContext2D;
  /** Encodes the image. @param quality JPEG or WebP quality, from 0 to 1 */
  encode(type: ImageType, quality: number): Promise<Blob>;
}

export function createSurface({ width, height }: Size): Surface {
  if (typeof OffscreenCanvas === "function") {
    const canvas = new OffscreenCanvas(width, height);
    const context = canvas.getContext("2d");
    if (context) {
      return { context, encode: (type, quality) => canvas.convertToBlob({ type, quality }) };
    }
  }
  const canvas = Object.assign(document.createElement("canvas"), { width, height });
  const context = canvas.getContext("2d");
  if (!context) throw new Error("The canvas context couldn't be created.");
  return {
    context,
    encode: (type, quality) =>
      new Promise((resolve, reject) => {
        canvas.toBlob(
          (blob) => (blob ? resolve(blob) : reject(new Error("The image couldn't be encoded."))),
          type,
          quality,
        );
      }),
  };
}
