export interface CallLimit {
  /** Milliseconds that the call may take. */
  readonly ms: number;
  /** Aborted when the answer isn't needed anymore. */
  readonly signal?: AbortSignal | undefined;
  /** Makes the error for a call that was late or aborted. */
  readonly errorFor: (reason: "late" | "aborted") => Error;
}

/**
 * Makes a call and settles no later than its limit or the abort of its signal, also where the call ignores both. The signal
 * that the call gets is aborted in both cases.
 */
export function withTimeout<T>(
  { ms, signal, errorFor }: CallLimit,
  call: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = new AbortController();
    const end = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", abort);
    };
    const giveUp = (reason: "late" | "aborted"): void => {
      end();
      reject(errorFor(reason));
      stop.abort();
    };
    const abort = (): void => giveUp("aborted");
    const timer = setTimeout(giveUp, ms, "late");
    signal?.addEventListener("abort", abort);
    if (signal?.aborted) abort();
    else (async () => call(stop.signal))().then(resolve, reject).finally(end);
  });
}
