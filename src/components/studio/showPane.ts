/** Scrolls to a pane, unless at least half of the pane is visible or the pane covers at least half of the window. */
export function showPane(pane: Element | null): void {
  if (!pane) return;
  const { top, bottom } = pane.getBoundingClientRect();
  const room = window.innerHeight;
  const seen = Math.min(bottom, room) - Math.max(top, 0);
  if (seen >= Math.min(bottom - top, room) / 2) return;
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  pane.scrollIntoView({ block: "start", behavior: calm ? "auto" : "smooth" });
}
