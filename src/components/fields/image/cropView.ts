import { clamp } from "../../../images/clamp.ts";
import type { CropArea } from "../../../images/planResize.ts";

/** Zoom and center of a crop. `x` and `y` are fractions of the image's width and height. */
export interface CropView {
  readonly zoom: number;
  readonly x: number;
  readonly y: number;
}

export const mostZoom = 4;

/** Returns the crop area for a view. `image` and `frame` are aspect ratios (width divided by height). */
export function cropOfView(view: CropView, image: number, frame: number): CropArea {
  const width = Math.min(1, frame / image) / view.zoom;
  const height = Math.min(1, image / frame) / view.zoom;
  return {
    x: clamp(view.x - width / 2, 0, 1 - width),
    y: clamp(view.y - height / 2, 0, 1 - height),
    width,
    height,
  };
}

export function changeView(
  view: CropView,
  change: { readonly zoom?: number; readonly x?: number; readonly y?: number },
  image: number,
  frame: number,
): CropView {
  const zoom = clamp(change.zoom ?? view.zoom, 1, mostZoom);
  const moved = { zoom, x: view.x + (change.x ?? 0), y: view.y + (change.y ?? 0) };
  const { x, y, width, height } = cropOfView(moved, image, frame);
  return { zoom, x: x + width / 2, y: y + height / 2 };
}
