/** Maximum timer delay, in milliseconds. A timer with a longer delay fires immediately. */
const maxMs = 2 ** 31 - 1;

/** Resolves after a delay, or as soon as the signal is aborted. */
export function sleep(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted) return resolve();
    const end = () => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", end);
      resolve();
    };
    const timer = setTimeout(end, Math.min(ms, maxMs));
    signal?.addEventListener("abort", end);
  });
}
