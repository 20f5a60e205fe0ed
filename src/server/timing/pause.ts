interface PauseOptions {
  readonly signal?: AbortSignal | undefined;
  /** Whether a Node process can exit during the pause. */
  readonly isBackground?: boolean;
}

export function pause(
  ms: number,
  { signal, isBackground = false }: PauseOptions = {},
): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", end);
      resolve();
    };
    const timer = isBackground ? unrefTimer(end, ms) : setTimeout(end, ms);
    signal?.addEventListener("abort", end);
    if (signal?.aborted) end();
  });
}

export function unrefTimer(run: () => void, ms: number): ReturnType<typeof setTimeout> {
  const timer = setTimeout(run, ms);
  (timer as { unref?: () => void }).unref?.();
  return timer;
}
