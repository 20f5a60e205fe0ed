import type { CSSProperties } from "react";

const gap = 6;
const edge = 12;
/** Minimum space below the anchor, in pixels. With less space, the popup opens on the side that has more space. */
const enough = 360;

/** Returns styles that place a popup below or above its anchor. Doesn't measure the popup, to avoid a layout. */
export function popupPlace(anchor: HTMLElement): CSSProperties {
  const { clientWidth, clientHeight } = document.documentElement;
  const { left, right, top, bottom, width } = anchor.getBoundingClientRect();
  const isRightToLeft = anchor.closest<HTMLElement>("[dir]")?.dir === "rtl";
  const below = clientHeight - bottom - gap - edge;
  const above = top - gap - edge;
  const isAbove = below < enough && above > below;
  const pixels = (length: number) => `${Math.round(length)}px`;
  const view = pixels(clientWidth - 2 * edge);
  const start = pixels((isRightToLeft ? clientWidth - right : left) - edge);
  const size = `min(max(${pixels(width)}, var(--easel-popup-least, 0px)), var(--easel-popup-most, 100vw), ${view})`;
  return {
    position: "fixed",
    boxSizing: "border-box",
    insetBlockStart: isAbove ? "auto" : pixels(bottom + gap),
    insetBlockEnd: isAbove ? pixels(clientHeight - top + gap) : "auto",
    insetInlineStart: `calc(${pixels(edge)} + max(0px, min(${start}, ${view} - ${size})))`,
    insetInlineEnd: "auto",
    inlineSize: size,
    maxBlockSize: `min(var(--easel-popup-height, 27rem), ${pixels(Math.max(isAbove ? above : below, 0))})`,
  };
}
