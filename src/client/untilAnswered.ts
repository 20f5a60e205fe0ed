import { EaselError } from "../protocol/EaselError.ts";
import { untilAborted } from "./untilAborted.ts";

interface UntilAnsweredOptions {
  readonly timeoutMs: number;
  readonly signal: AbortSignal | undefined;
}

/** Sends a request. Rejects with `network` on timeout. Requests can hang for minutes after sleep or network changes. */
export async function untilAnswered<T>(
  request: (signal: AbortSignal) => Promise<T>,
  { timeoutMs, signal }: UntilAnsweredOptions,
): Promise<T> {
  signal?.throwIfAborted();
  const own = new AbortController();
  const stop = () => own.abort(signal?.reason);
  const timer = setTimeout(() => own.abort(new EaselError("network")), timeoutMs);
  signal?.addEventListener("abort", stop);
  try {
    return await untilAborted(request(own.signal), own.signal);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", stop);
  }
}
