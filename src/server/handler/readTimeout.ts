import type { CloseOptions } from "./handler.ts";

/** A timer with a longer delay fires at once. */
const longestTimerMs = 2 ** 31 - 1;

/**
 * Reads how long a shutdown may take, in milliseconds. The default of 25 seconds fits into the 30 of Kubernetes.
 *
 * @throws TypeError for what no timer takes
 */
export function readTimeout({ timeoutMs = 25_000 }: CloseOptions = {}): number {
  if (timeoutMs >= 0 && timeoutMs <= longestTimerMs) return timeoutMs;
  throw new TypeError(
    `timeoutMs is ${timeoutMs}, and the handler can't be closed within that. Give milliseconds from 0 to ${longestTimerMs}.`,
  );
}
