import type { ZoomPoint } from "./zoomView.ts";

type PressedKey = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey">;

/** Action for a key: show another image, pan by an offset, or zoom in or out. A `zoom` of 0 resets the zoom. */
export type ZoomMove =
  | { readonly go: 1 | -1 }
  | { readonly pan: ZoomPoint }
  | { readonly zoom: 1 | 0 | -1 };

const zooms: Readonly<Record<string, 1 | 0 | -1>> = { "+": 1, "=": 1, "-": -1, _: -1, "0": 0 };
const pages: Readonly<Record<string, 1 | -1>> = { PageDown: 1, PageUp: -1 };
const stride = 80;
/** Pan offsets in pixels. The image moves opposite to the arrow key, to reveal the side that the arrow points to. */
const pans: Readonly<Record<string, ZoomPoint>> = {
  ArrowLeft: { x: stride, y: 0 },
  ArrowRight: { x: -stride, y: 0 },
  ArrowUp: { x: 0, y: stride },
  ArrowDown: { x: 0, y: -stride },
};

export function zoomKey(
  { key, ctrlKey, metaKey, altKey }: PressedKey,
  { zoomed, rightToLeft }: { readonly zoomed: boolean; readonly rightToLeft: boolean },
): ZoomMove | undefined {
  if (ctrlKey || metaKey || altKey) return undefined;
  const zoom = zooms[key];
  if (zoom !== undefined) return { zoom };
  const page = pages[key];
  if (page) return { go: page };
  const pan = pans[key];
  if (!pan) return undefined;
  if (zoomed) return { pan };
  if (pan.x === 0) return undefined;
  return { go: pan.x < 0 !== rightToLeft ? 1 : -1 };
}
