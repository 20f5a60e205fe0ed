export type ResumeReason = "visible" | "online";

export function onResume(callback: (reason: ResumeReason) => void): () => void {
  const handleVisible = () => {
    if (document.visibilityState === "visible") callback("visible");
  };
  const handlePageShow = ({ persisted }: PageTransitionEvent) => {
    if (persisted) callback("visible");
  };
  const controller = new AbortController();
  const { signal } = controller;
  document.addEventListener("visibilitychange", handleVisible, { signal });
  window.addEventListener("focus", handleVisible, { signal });
  window.addEventListener("pageshow", handlePageShow, { signal });
  window.addEventListener("online", () => callback("online"), { signal });
  return () => controller.abort();
}
