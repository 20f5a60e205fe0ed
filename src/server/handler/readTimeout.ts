import type { CloseOptions } from "./handler.ts";

/** A timer with a longer delay fires at once. */
const longestTimerMs = 2 ** 31 - 1;

/** Returns a shutdown's timeout. The default fits into the 30 seconds of Kubernetes. */
export function readTimeout({ timeoutMs = 25_000 }: CloseOptions = {}): number {
  if (timeoutMs >= 0 && timeoutMs <= longestTimerMs) return timeoutMs;
  throw new TypeError(
    `timeoutMs is ${timeoutMs}, and the handler can't be closed within that. Give milliseconds from 0 to ${longestTimerMs}.`,
  );
}
