import { EaselError } from "../../protocol/EaselError.ts";
import type { UpstreamCall } from "../events/handlerEvent.ts";
import { digest } from "../security/digest.ts";
import type { SharedClock } from "../stores/createSharedClock.ts";
import type { Store } from "../stores/store.ts";
import { longestWaitMs } from "../timing/spanUntil.ts";

export type Budget = ReturnType<typeof createBudget>;

/** Share of the limit for each kind of call, so that polls are limited first. Uploads and files go to other hosts. */
const shares: Partial<Record<UpstreamCall, number>> = {
  submit: 1,
  cancel: 1,
  result: 0.9,
  status: 0.7,
  credits: 0.7,
};

const callerShare = 0.2;
/** Share of the limit available to callers that exceed `callerShare`. Lower than every value in `shares`. */
const commonShare = 0.6;

/** Window length. Longer than a minute, because the service's window starts slightly later. */
const windowMs = 61_000;
/** Parts per window. Half of a window's polls are spread over its parts, so that polling continues until the end. */
const parts = 10;
const partMs = 6_100;

const maxUnspent = 1_000;

const checkEveryMs = 5_000;
const callerLifeMs = 600_000;

/** Delay if a stored pause has already ended by this process's clock, which may differ from other processes' clocks. */
const unknownPauseMs = 1_000;

/** Creates a function that returns whether other callers are using the account on any instance. `caller` is a hash. */
function createCallerCheck(store: Store): (caller: string) => Promise<boolean> {
  let last: string | undefined;
  let checkAt = 0;
  let hasOthers = false;

  async function check(caller: string): Promise<boolean> {
    const isFirst = await store.add("upstream-first-caller", caller, callerLifeMs);
    const first = isFirst ? caller : await store.get("upstream-first-caller");
    if (first === undefined || first === caller) {
      return (await store.get("upstream-others")) !== undefined;
    }
    await store.add("upstream-others", "1", callerLifeMs);
    return true;
  }

  return async (caller) => {
    if (performance.now() >= checkAt || (!hasOthers && caller !== last)) {
      last = caller;
      checkAt = performance.now() + checkEveryMs;
      hasOthers = await check(caller);
    }
    return hasOthers;
  };
}

/** Returns the store key for a call's pause. Uploads go to another host and have a separate key. Files have none. */
function pauseKeyOf(call: UpstreamCall): string | undefined {
  if (call === "asset") return undefined;
  return call === "upload" ? "upstream-pause:upload" : "upstream-pause";
}

function refuse(waitMs: number, message: string): never {
  throw new EaselError("rate_limited", { retryAt: Date.now() + waitMs, message });
}

/** Limits calls to `perMinute`, if set, and pauses them after a 429 response. No single caller can use up the limit. */
export function createBudget(store: Store, perMinute: number | undefined, clock: SharedClock) {
  const hasOthers = createCallerCheck(store);
  const unspent = new Set<string>();

  const mostOf = (share: number): number => Math.max(1, Math.floor((perMinute ?? 0) * share));

  async function pauseLeftMs(call: UpstreamCall): Promise<number | undefined> {
    const key = pauseKeyOf(call);
    const until = key === undefined ? undefined : await store.get(key);
    if (until === undefined) return undefined;
    const leftMs = Number(until) - clock.now();
    return leftMs > 0 ? Math.min(longestWaitMs, leftMs) : unknownPauseMs;
  }

  async function takeShare(caller: string): Promise<boolean> {
    if (unspent.delete(caller)) return true;
    const [isWithin, isCrowd] = await Promise.all([
      store.take(`upstream-caller:${caller}`, mostOf(callerShare), windowMs),
      hasOthers(caller),
    ]);
    return isWithin === undefined || !isCrowd;
  }

  async function spread(half: number, isWithin: boolean): Promise<number | undefined> {
    const waitMs = await store.take("upstream-statuses", half, windowMs);
    if (waitMs === undefined || !isWithin) return waitMs;
    return store.take("upstream-part", Math.ceil(half / parts), partMs);
  }

  return {
    async spend(call: UpstreamCall, caller?: string): Promise<void> {
      const pauseMs =
        call === "submit" ? undefined : await pauseLeftMs(call).catch(() => undefined);
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
      if (name !== undefined && isWithin && unspent.size < maxUnspent) unspent.add(name);
      refuse(
        waitMs,
        isWithin
          ? "This app has reached its per-minute limit at the image service."
          : "You've reached your share of this app's per-minute limit at the image service.",
      );
    },
    async pause(call: UpstreamCall, ms: number): Promise<void> {
      const key = pauseKeyOf(call);
      if (key === undefined) return;
      const until = String(clock.now() + ms);
      if (await store.add(key, until, ms)) return;
      const earlier = await store.get(key);
      if (earlier !== undefined && Number(earlier) < Number(until)) {
        await store.replace(key, earlier, until, ms);
      }
    },
  };
}
