/** Starts a timer that doesn't keep a Node process alive. */
export function unrefTimer(run: () => void, ms: number): ReturnType<typeof setTimeout> {
  const timer = setTimeout(run, ms);
  // A number in other runtimes.
  (timer as { unref?: () => void }).unref?.();
  return timer;
}
