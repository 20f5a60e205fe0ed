import { nextPollDelay, type PollState } from "../../polling/nextPollDelay.ts";
import type { PollHistory } from "../../polling/pollHistory.ts";
import type { PollObservations } from "../../polling/pollObservations.ts";
import type { HandlerCore } from "../core/createCore.ts";
import { readHookNumber } from "../options/readHookNumber.ts";
import type { TicketedJob } from "../security/createTickets.ts";
import { longestWaitMs } from "../timing/spanUntil.ts";
import type { PollHistories } from "./createPollHistories.ts";

/** Returns a factor below 1 for `nextPollDelay`. Frequent polls are cheap: one poll serves all of a job's watchers. */
const shareOfDelay = ({ jobs }: PollHistory): number => (jobs.length < 3 ? 0.6 : 0.8);

/** Maximum delay after an error. Browsers already back off, so this delay only needs to combine their polls. */
const maxDelayAfterErrorMs = 500;

export interface LastPoll {
  readonly observations?: PollObservations | undefined;
  readonly hasFailed?: boolean;
  readonly minMs?: number;
}

export type PollPlanning = Pick<HandlerCore, "clock" | "hooks" | "models" | "report">;

export function createPollPlanner(
  { clock, hooks, models, report }: PollPlanning,
  histories: PollHistories,
) {
  let hasReported = false;

  function customDelay(state: PollState): number | undefined {
    if (!hooks.pollDelay) return undefined;
    try {
      return readHookNumber(
        hooks.pollDelay(state),
        (returned) =>
          `pollDelay returned ${returned}, which isn't a valid delay, so Easel's default schedule is used. Return a finite number of milliseconds, 0 or more, not a promise.`,
      );
    } catch (cause) {
      if (!hasReported) report({ type: "error", where: "pollDelay", cause });
      hasReported = true;
      return undefined;
    }
  }

  return async (
    { issuedAt, modelId }: TicketedJob,
    { observations, hasFailed = false, minMs = 0 }: LastPoll,
  ): Promise<number> => {
    const history = await histories.of(modelId);
    const state: PollState = {
      elapsedMs: Math.max(0, clock.now() - issuedAt),
      latency: models.get(modelId)?.latency,
      history,
      observations,
      errors: hasFailed ? 1 : 0,
    };
    const planned = customDelay(state) ?? nextPollDelay(state) * shareOfDelay(history);
    const delay = hasFailed ? Math.min(maxDelayAfterErrorMs, planned) : planned;
    return Math.min(longestWaitMs, Math.max(minMs, delay));
  };
}
