import { EaselError } from "../protocol/EaselError.ts";
import { untilAborted } from "./untilAborted.ts";

export interface UntilAnsweredOptions {
  /** In milliseconds. */
  readonly timeoutMs: number;
  readonly signal: AbortSignal | undefined;
}

/**
 * Asks, unless the signal is aborted, and waits for the answer as long as is given. A connection that dies silently, as when
 * a device sleeps or changes its network, would keep a browser waiting for minutes.
 *
 * @throws EaselError `network` when no answer has come; what `ask` throws; the signal's reason when it says so.
 */
export async function untilAnswered<T>(
  ask: (signal: AbortSignal) => Promise<T>,
  { timeoutMs, signal }: UntilAnsweredOptions,
): Promise<T> {
  signal?.throwIfAborted();
  const own = new AbortController();
  const stop = () => own.abort(signal?.reason);
  const timer = setTimeout(() => own.abort(new EaselError("network")), timeoutMs);
  signal?.addEventListener("abort", stop);
  try {
    return await untilAborted(ask(own.signal), own.signal);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", stop);
  }
}
