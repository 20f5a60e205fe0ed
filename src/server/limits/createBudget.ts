import { EaselError } from "../../protocol/EaselError.ts";
import type { UpstreamCall } from "../events/handlerEvent.ts";
import { digest } from "../security/digest.ts";
import type { SharedClock } from "../stores/createSharedClock.ts";
import type { Store } from "../stores/store.ts";
import { createCallerCheck } from "./createCallerCheck.ts";
import { createPauses } from "./createPauses.ts";

export type Budget = ReturnType<typeof createBudget>;

/** Statuses wait first, then results, then submits. Uploads and files go to other hosts. */
const shares: Partial<Record<UpstreamCall, number>> = {
  submit: 1,
  result: 0.9,
  status: 0.7,
  credits: 0.7,
};

const callerShare = 0.2;
/** Beyond its own share, below all of `shares`. */
const commonShare = 0.6;

/** The service's window starts a little after ours. */
const windowMs = 61_000;
/** Half of the statuses is spread over the minute. Otherwise no job could be polled for the rest of it. */
const parts = 10;
const partMs = 6_100;

const maxUnspent = 1_000;

/** A submit or an upload fails instead, because its user waits. */
export function canWait(call: UpstreamCall): boolean {
  return call !== "submit" && call !== "upload";
}

function refuse(waitMs: number, message: string): never {
  throw new EaselError("rate_limited", { retryAt: Date.now() + waitMs, message });
}

/**
 * Creates the account's budget for all instances: submits first, then results, then statuses. No caller can use up
 * the requests of others.
 *
 * @param perMinute without it only the service's 429 counts
 */
export function createBudget(store: Store, perMinute: number | undefined, clock: SharedClock) {
  const pauses = createPauses(store, clock);
  const hasOthers = createCallerCheck(store);
  const unspent = new Set<string>();

  const mostOf = (share: number): number => Math.max(1, Math.floor((perMinute ?? 0) * share));

  /** Returns true within the caller's share, or for the only caller. */
  async function takeShare(caller: string): Promise<boolean> {
    if (unspent.delete(caller)) return true;
    const [isWithin, isCrowd] = await Promise.all([
      store.take(`upstream-caller:${caller}`, mostOf(callerShare), windowMs),
      hasOthers(caller),
    ]);
    return isWithin === undefined || !isCrowd;
  }

  function keepShare(caller: string): void {
    if (unspent.size < maxUnspent) unspent.add(caller);
  }

  async function spread(half: number, isWithin: boolean): Promise<number | undefined> {
    const waitMs = await store.take("upstream-statuses", half, windowMs);
    if (waitMs === undefined || !isWithin) return waitMs;
    return store.take("upstream-part", Math.ceil(half / parts), partMs);
  }

  return {
    /**
     * @param caller undefined for the app's own calls
     * @throws EaselError `rate_limited` with `retryAt` when this kind of call, or this caller, must wait
     */
    async spend(call: UpstreamCall, caller?: string): Promise<void> {
      // Uploads work without the store.
      const pauseMs =
        call === "submit" ? undefined : await pauses.leftMs(call).catch(() => undefined);
      if (pauseMs !== undefined) refuse(pauseMs, "The image service asked the app to wait.");
      const share = shares[call];
      if (share === undefined || perMinute === undefined) return;
      const name = caller === undefined ? undefined : await digest(caller);
      const isWithin = name === undefined || (await takeShare(name));
      const most = mostOf(share);
      const spreadMs = call === "status" ? await spread(Math.ceil(most / 2), isWithin) : undefined;
      const limit = isWithin ? most : mostOf(Math.min(share, commonShare));
      const waitMs = spreadMs ?? (await store.take("upstream", limit, windowMs));
      if (waitMs === undefined) return;
      if (name !== undefined && isWithin) keepShare(name);
      refuse(
        waitMs,
        isWithin
          ? "The app has used up its requests to the image service for this minute."
          : "You have used up your share of the app's requests to the image service for this minute.",
      );
    },
    /** Stops calls to the same host, except submits. */
    pause: (call: UpstreamCall, ms: number): Promise<void> => pauses.start(call, ms),
  };
}
