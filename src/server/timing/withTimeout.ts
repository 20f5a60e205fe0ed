interface CallLimit {
  readonly ms: number;
  readonly signal?: AbortSignal | undefined;
  readonly errorFor: (reason: "late" | "aborted") => Error;
}

/** Returns a call's result. Rejects on a timeout or when `signal` aborts, even if the call ignores its own signal. */
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
    const fail = (reason: "late" | "aborted"): void => {
      end();
      reject(errorFor(reason));
      stop.abort();
    };
    const abort = (): void => fail("aborted");
    const timer = setTimeout(fail, ms, "late");
    signal?.addEventListener("abort", abort);
    if (signal?.aborted) abort();
    else (async () => call(stop.signal))().then(resolve, reject).finally(end);
  });
}
