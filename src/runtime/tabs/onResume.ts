export type ResumeReason = "visible" | "online";

/** Returns an unsubscribe function. */
export function onResume(callback: (reason: ResumeReason) => void): () => void {
  const handleVisible = () => {
    if (document.visibilityState === "visible") callback("visible");
  };
  const handlePageShow = ({ persisted }: PageTransitionEvent) => {
    if (persisted) callback("visible");
  };
  const handleOnline = () => callback("online");
  document.addEventListener("visibilitychange", handleVisible);
  window.addEventListener("focus", handleVisible);
  window.addEventListener("pageshow", handlePageShow);
  window.addEventListener("online", handleOnline);
  return () => {
    document.removeEventListener("visibilitychange", handleVisible);
    window.removeEventListener("focus", handleVisible);
    window.removeEventListener("pageshow", handlePageShow);
    window.removeEventListener("online", handleOnline);
  };
}
