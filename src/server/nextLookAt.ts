import {
  nextPollDelay,
  type JobLooks,
  type PollHistory,
  type PollState,
} from "../protocol/index.ts";
import type { Host } from "./createHost.ts";
import type { TicketedJob } from "./createTickets.ts";
import { hostPollDelay } from "./hostPollDelay.ts";

/**
 * One look serves all who watch, so it comes sooner than that of a browser alone: much sooner as long as only the model's
 * own word says how long it takes.
 */
const shareOfDelay = ({ jobs }: PollHistory): number => (jobs.length < 3 ? 0.6 : 0.8);

/** Those who heard of a miss ask again ever more slowly by themselves; this only keeps them from asking one by one. */
const longestMissMs = 500;
/** A word that reaches further comes from a clock that is wrong. */
const longestPauseMs = 300_000;

/**
 * When the service may be asked for a job again, in milliseconds since 1970.
 *
 * @param looks what was seen of the job so far
 * @param missed the last ask came to nothing
 * @param notBefore the service's own word
 */
export async function nextLookAt(
  host: Host,
  { issuedAt, modelId }: TicketedJob,
  {
    looks,
    missed = false,
    notBefore = 0,
  }: {
    readonly looks?: JobLooks | undefined;
    readonly missed?: boolean;
    readonly notBefore?: number | undefined;
  },
): Promise<number> {
  const { models, histories } = host;
  const history = await histories.of(modelId);
  const now = Date.now();
  const state: PollState = {
    elapsedMs: now - issuedAt,
    latency: models.get(modelId)?.latency,
    history,
    looks,
    errors: missed ? 1 : 0,
  };
  const planned = hostPollDelay(host, state) ?? nextPollDelay(state) * shareOfDelay(history);
  const soonest = now + (missed ? Math.min(longestMissMs, planned) : planned);
  return Math.min(now + longestPauseMs, Math.max(notBefore, soonest));
}
