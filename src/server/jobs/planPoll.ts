import type { JobLooks } from "../../polling/jobLooks.ts";
import { nextPollDelay, type PollState } from "../../polling/nextPollDelay.ts";
import type { PollHistory } from "../../polling/pollHistory.ts";
import type { Host } from "../handler/createHost.ts";
import type { TicketedJob } from "../security/createTickets.ts";
import { longestWaitMs } from "../timing/spanUntil.ts";
import { hostPollDelay } from "./hostPollDelay.ts";

/**
 * One poll serves all who watch, so it comes sooner than that of a browser alone: much sooner while only the model's own
 * latency says how long it takes.
 */
const shareOfDelay = ({ jobs }: PollHistory): number => (jobs.length < 3 ? 0.6 : 0.8);

/** Browsers that got a miss come back ever more slowly. This only keeps them from asking one by one. */
const longestMissMs = 500;

/**
 * Returns how long the service isn't asked for a job again, in milliseconds.
 *
 * @param looks what was seen of the job so far
 * @param missed the last poll failed
 * @param leastMs what the service wants
 */
export async function planPoll(
  host: Host,
  { issuedAt, modelId }: TicketedJob,
  {
    looks,
    missed = false,
    leastMs = 0,
  }: {
    readonly looks?: JobLooks | undefined;
    readonly missed?: boolean;
    readonly leastMs?: number;
  },
): Promise<number> {
  const { models, histories, clock } = host;
  const history = await histories.of(modelId);
  const state: PollState = {
    elapsedMs: Math.max(0, clock.now() - issuedAt),
    latency: models.get(modelId)?.latency,
    history,
    looks,
    errors: missed ? 1 : 0,
  };
  const planned = hostPollDelay(host, state) ?? nextPollDelay(state) * shareOfDelay(history);
  const soonest = missed ? Math.min(longestMissMs, planned) : planned;
  return Math.min(longestWaitMs, Math.max(leastMs, soonest));
}
