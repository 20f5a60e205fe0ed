import type { planResize } from "./planResize.ts";
import { createSurface, type Surface } from "./surface.ts";

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
