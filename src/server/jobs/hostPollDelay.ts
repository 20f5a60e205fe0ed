import type { PollState } from "../../polling/nextPollDelay.ts";
import type { Host } from "../handler/createHost.ts";
import { hostNumber } from "./hostNumber.ts";

const reported = new WeakSet<Host>();

function reportOnce(host: Host, cause: unknown): void {
  if (reported.has(host)) return;
  reported.add(host);
  host.report({ type: "error", where: "pollDelay", cause });
}

/**
 * Returns what the host's `pollDelay` says, in milliseconds. Undefined without one, and, reported once, where it throws or
 * returns anything but a finite number of 0 or more.
 */
export function hostPollDelay(host: Host, state: PollState): number | undefined {
  const { options } = host;
  if (!options.pollDelay) return undefined;
  try {
    return hostNumber(
      options.pollDelay(state),
      (returned) =>
        `pollDelay returned ${returned}, which isn't a time to wait, so Easel's own schedule is used. Return milliseconds: a finite number, 0 or more, and not a promise.`,
    );
  } catch (cause) {
    reportOnce(host, cause);
    return undefined;
  }
}
