/** Brings an element into view when nothing of it is there yet; leaves the page where it is otherwise. */
export function showPane(pane: Element | null): void {
  if (!pane) return;
  const { top, bottom } = pane.getBoundingClientRect();
  if (top < window.innerHeight && bottom > 0) return;
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  pane.scrollIntoView({ block: "start", behavior: calm ? "auto" : "smooth" });
}
