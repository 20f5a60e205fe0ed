import { scrollBehavior } from "../internals/scrollBehavior.ts";

/** Scrolls to the start of a pane, unless it's in the upper half of the window. */
export function showPane(pane: Element | null): void {
  if (!pane) return;
  const { top } = pane.getBoundingClientRect();
  if (top >= 0 && top <= window.innerHeight / 2) return;
  pane.scrollIntoView({ block: "start", behavior: scrollBehavior() });
}
