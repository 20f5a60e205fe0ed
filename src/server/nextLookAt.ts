import { nextPollDelay, type PollState } from "../protocol/index.ts";
import type { Host } from "./createHost.ts";
import type { TicketedJob } from "./createTickets.ts";

/** One look serves all who watch, so it comes sooner than that of a browser alone. */
const shareOfDelay = 0.55;

/** Those who heard of a miss ask again ever more slowly by themselves; this only keeps them from asking one by one. */
const longestMissMs = 500;
/** A word that reaches further comes from a clock that is wrong. */
const longestPauseMs = 300_000;

/**
 * When the service may be asked for a job again, in milliseconds since 1970.
 *
 * @param missed the last ask came to nothing
 * @param notBefore the service's own word
 */
export function nextLookAt(
  { options, models }: Host,
  { issuedAt, modelId }: TicketedJob,
  { missed = false, notBefore = 0 }: { missed?: boolean; notBefore?: number | undefined } = {},
): number {
  const now = Date.now();
  const state: PollState = {
    elapsedMs: now - issuedAt,
    latency: models.get(modelId)?.latency,
    errors: missed ? 1 : 0,
  };
  const planned = options.pollDelay?.(state) ?? nextPollDelay(state) * shareOfDelay;
  const soonest = now + (missed ? Math.min(longestMissMs, planned) : planned);
  return Math.min(now + longestPauseMs, Math.max(notBefore, soonest));
}
