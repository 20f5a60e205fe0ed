import type { planResize } from "./planResize.ts";
import { createSurface, type Surface } from "./surface.ts";

/** Resizes part of an image. Shrinks it by repeatedly halving its size, because larger steps skip pixels in some browsers. */
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
