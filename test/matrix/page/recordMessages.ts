const textOf = (element: Element | null): string => element?.textContent?.trim() ?? "";

/** Returns the current messages, one per line: the error card with its buttons, a reason, or the progress. */
function readLines(): string[] {
  const card = document.querySelector('[data-easel="job-error"]');
  const part = (name: string) => textOf(card?.querySelector(`[data-easel="${name}"]`) ?? null);
  const buttons = Array.from(
    card?.querySelectorAll('button:not([data-easel^="job-error-request"] *)') ?? [],
    (button) => `[${textOf(button)}]`,
  );
  const cardLine = [part("job-error-title"), `${part("job-error-charged")}.`, ...buttons].join(" ");
  return [
    ...(card ? [cardLine] : []),
    textOf(document.querySelector('[data-matrix="reason"]')),
    textOf(document.querySelector('[data-easel="job-progress-status"]')),
  ].filter((line) => line !== "");
}

const hasImage = (): boolean => {
  const image = document.querySelector<HTMLImageElement>('[data-easel="image-result-image"]');
  return (image?.complete ?? false) && (image?.naturalWidth ?? 0) > 0;
};

/** Records every message, however briefly it is shown. */
export function recordMessages() {
  const messages: string[] = [];
  const waiting = new Set<() => void>();

  function note() {
    for (const line of readLines()) {
      if (!messages.includes(line)) messages.push(line);
    }
    for (const check of waiting) check();
  }
  new MutationObserver(note).observe(document, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
  });
  document.addEventListener("load", note, { capture: true });

  const until = (isSo: () => boolean): Promise<void> =>
    new Promise((resolve) => {
      const check = () => {
        if (!isSo()) return;
        waiting.delete(check);
        resolve();
      };
      waiting.add(check);
      check();
    });

  return {
    messages,
    untilMessage: (line: string) => until(() => messages.includes(line)),
    untilImage: () => until(hasImage),
    /** Simulates hiding or showing the page. */
    setHidden: (hidden: boolean) => {
      const define = (name: string, value: unknown) =>
        Object.defineProperty(document, name, { configurable: true, get: () => value });
      define("visibilityState", hidden ? "hidden" : "visible");
      define("hidden", hidden);
      document.dispatchEvent(new Event("visibilitychange", { bubbles: true }));
    },
  };
}
