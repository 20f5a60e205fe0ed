import { EaselError } from "../protocol/index.ts";
import type { UpstreamCall } from "./handlerEvent.ts";
import type { Store } from "./stores/store.ts";

/** The account's requests to the service, for all instances that share the store. */
export interface Budget {
  /** Takes one request out of it. Throws `rate_limited` with the moment to come back when this kind of call must wait. */
  spend(call: UpstreamCall): Promise<void>;
  /** Whoever can wait asks the service nothing until then: it has said so itself. */
  pause(until: number): Promise<void>;
}

/** Up to which part of the minute's requests a call may go: statuses give way first, then results, and submits last. */
const shares: Partial<Record<UpstreamCall, number>> = {
  submit: 1,
  upload: 1,
  result: 0.9,
  status: 0.7,
  credits: 0.7,
};

/** The service's own window opens with the first request that reaches it, a little after ours. */
const windowMs = 61_000;
/** The second half of the statuses is spread over the minute: used up at once, all jobs would go unseen for the rest of it. */
const parts = 10;
const partMs = 6_100;
const pauseKey = "upstream-pause";

/** What is only looked up can be looked up later; whoever submits or uploads waits for it now. */
export function canWait(call: UpstreamCall): boolean {
  return call !== "submit" && call !== "upload";
}

/**
 * Spends the account's requests in the order submit, result, status, and keeps to what the service says when they are
 * used up all the same.
 *
 * @param perMinute without it only the service's own word counts
 */
export function createBudget(store: Store, perMinute: number | undefined): Budget {
  const refuse = (retryAt: number): never => {
    throw new EaselError("rate_limited", {
      retryAt,
      message: "The app has used up its requests to the image service for this minute.",
    });
  };

  async function spread(half: number): Promise<number | undefined> {
    const isEarly = (await store.take("upstream-statuses", half, windowMs)) === undefined;
    return isEarly ? undefined : store.take("upstream-part", Math.ceil(half / parts), partMs);
  }

  return {
    async spend(call) {
      const share = shares[call];
      if (share === undefined) return;
      if (canWait(call)) {
        const paused = Number(await store.get(pauseKey));
        if (paused > Date.now()) refuse(paused);
      }
      if (perMinute === undefined) return;
      const most = Math.max(1, Math.floor(perMinute * share));
      const spreadMs = call === "status" ? await spread(Math.ceil(most / 2)) : undefined;
      const waitMs = spreadMs ?? (await store.take("upstream", most, windowMs));
      if (waitMs !== undefined) refuse(Date.now() + waitMs);
    },
    async pause(until) {
      const lifeMs = until - Date.now();
      if (await store.add(pauseKey, String(until), lifeMs)) return;
      const standing = await store.get(pauseKey);
      if (standing !== undefined && Number(standing) < until) {
        await store.replace(pauseKey, standing, String(until), lifeMs);
      }
    },
  };
}
