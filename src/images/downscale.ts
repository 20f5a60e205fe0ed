import type { planResize, Size } from "./planResize.ts";

export interface Surface {
  readonly context: OffscreenCanvasRenderingContext2D | CanvasRenderingContext2D;
  /** Encodes the image. @param quality JPEG quality, from 0 to 1 */
  encode(type: "image/jpeg" | "image/png", quality: number): Promise<Blob>;
}

function createSurface({ width, height }: Size): Surface {
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

/** Shrinks part of an image by repeatedly halving its size. In larger steps, some browsers skip pixels. */
export function downscale(
  image: ImageBitmap,
  { from, to }: ReturnType<typeof planResize>,
): Surface {
  let source: CanvasImageSource = image;
  let { x, y, width, height } = from;
  for (;;) {
    const size = {
      width: Math.max(to.width, Math.ceil(width / 2)),
      height: Math.max(to.height, Math.ceil(height / 2)),
    };
    const surface = createSurface(size);
    const { context } = surface;
    context.imageSmoothingEnabled = true;
    context.imageSmoothingQuality = "high";
    context.drawImage(source, x, y, width, height, 0, 0, size.width, size.height);
    if (size.width === to.width && size.height === to.height) return surface;
    source = context.canvas;
    [x, y, width, height] = [0, 0, size.width, size.height];
  }
}
