/** What woke it: the page is looked at again, or the network is there again. */
export type Wake = "visible" | "online";

/**
 * Calls back when it makes sense to look at once: the page is looked at again, also from the back/forward cache, or the
 * network is back. Returns the way out.
 */
export function onResume(wake: (why: Wake) => void): () => void {
  const visible = () => {
    if (document.visibilityState === "visible") wake("visible");
  };
  const shown = ({ persisted }: PageTransitionEvent) => {
    if (persisted) wake("visible");
  };
  const online = () => wake("online");
  document.addEventListener("visibilitychange", visible);
  window.addEventListener("focus", visible);
  window.addEventListener("pageshow", shown);
  window.addEventListener("online", online);
  return () => {
    document.removeEventListener("visibilitychange", visible);
    window.removeEventListener("focus", visible);
    window.removeEventListener("pageshow", shown);
    window.removeEventListener("online", online);
  };
}
