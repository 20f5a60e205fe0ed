/** Scale of the image, and the offset of the image's center from the frame's center, in pixels. */
export interface ZoomView {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

export interface Area {
  readonly width: number;
  readonly height: number;
}

/** Sizes of the frame and of the image fitted into the frame, in pixels. */
export interface ZoomRoom {
  readonly frame: Area;
  readonly image: Area;
}

/** Offset from the frame's center, in pixels. */
export interface ZoomPoint {
  readonly x: number;
  readonly y: number;
}

export const wholeView: ZoomView = { scale: 1, x: 0, y: 0 };

const largestScale = 8;
const middle: ZoomPoint = { x: 0, y: 0 };

const between = (low: number, value: number, high: number) => Math.min(high, Math.max(low, value));

/** Limits a view's offset: an image larger than the frame leaves no gaps, and a smaller image is centered. */
function withoutGaps({ scale, x, y }: ZoomView, { frame, image }: ZoomRoom): ZoomView {
  const spareX = Math.max(0, (image.width * scale - frame.width) / 2);
  const spareY = Math.max(0, (image.height * scale - frame.height) / 2);
  return { scale, x: between(-spareX, x, spareX), y: between(-spareY, y, spareY) };
}

export function panView(view: ZoomView, by: ZoomPoint, room: ZoomRoom): ZoomView {
  return withoutGaps({ ...view, x: view.x + by.x, y: view.y + by.y }, room);
}

export function zoomView(
  view: ZoomView,
  factor: number,
  room: ZoomRoom,
  at: ZoomPoint = middle,
): ZoomView {
  const scale = between(1, view.scale * factor, largestScale);
  const ratio = scale / view.scale;
  const x = at.x - (at.x - view.x) * ratio;
  const y = at.y - (at.y - view.y) * ratio;
  return withoutGaps({ scale, x, y }, room);
}

export function fitInto(frame: Area, natural: Area): Area {
  if (natural.width <= 0 || natural.height <= 0) return frame;
  const scale = Math.min(frame.width / natural.width, frame.height / natural.height);
  return { width: natural.width * scale, height: natural.height * scale };
}

export function isOnImage(point: ZoomPoint, view: ZoomView, { image }: ZoomRoom): boolean {
  return (
    Math.abs(point.x - view.x) <= (image.width * view.scale) / 2 &&
    Math.abs(point.y - view.y) <= (image.height * view.scale) / 2
  );
}
