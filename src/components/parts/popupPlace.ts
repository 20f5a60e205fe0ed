import type { CSSProperties } from "react";

const gap = 6;
const edge = 12;
/** With less room than this below, the side with more room is taken. */
const enough = 280;

/**
 * Where a popup comes to lie: below its anchor, or above it where there is more room; as variables for its styles, which say
 * how large it gets. The popup itself is not measured, so that the browser lays it out but once.
 */
export function popupPlace(anchor: HTMLElement): CSSProperties {
  const { clientWidth, clientHeight } = document.documentElement;
  const { left, right, top, bottom, width } = anchor.getBoundingClientRect();
  const isRightToLeft = anchor.closest<HTMLElement>("[dir]")?.dir === "rtl";
  const below = clientHeight - bottom - gap - edge;
  const above = top - gap - edge;
  const isAbove = below < enough && above > below;
  const pixels = (length: number) => `${Math.round(length)}px`;
  return {
    "--easel-popup-view": pixels(clientWidth - 2 * edge),
    "--easel-popup-start": pixels((isRightToLeft ? clientWidth - right : left) - edge),
    "--easel-popup-width": pixels(width),
    "--easel-popup-room": pixels(Math.max(isAbove ? above : below, 0)),
    "--easel-popup-top": isAbove ? "auto" : pixels(bottom + gap),
    "--easel-popup-bottom": isAbove ? pixels(clientHeight - top + gap) : "auto",
  } as CSSProperties;
}
