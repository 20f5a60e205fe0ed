import { EaselError } from "../../protocol/EaselError.ts";
import type { Report, UpstreamCall } from "../events/handlerEvent.ts";
import { isConnectError } from "../http/isConnectError.ts";
import { tryStore } from "../stores/tryStore.ts";
import { spanUntil } from "../timing/spanUntil.ts";
import type { Budget } from "./createBudget.ts";

export interface CallDetails {
  readonly job?: string;
  readonly caller?: string | undefined;
  readonly begin?: () => Promise<void>;
}

const minPauseMs = 1_000;
const defaultPauseMs = 10_000;

const pauseMsOf = ({ retryAt }: EaselError): number =>
  retryAt === undefined ? defaultPauseMs : Math.max(minPauseMs, spanUntil(retryAt));

/** Returns an error if the connection failed. Excludes submits, because an earlier request may have been accepted. */
function unreachable(call: UpstreamCall, thrown: unknown): EaselError | undefined {
  if (call === "submit" || EaselError.is(thrown) || !isConnectError(thrown)) return undefined;
  return new EaselError("upstream_unavailable", { cause: thrown });
}

/**
 * Creates a function that calls the service within the budget. Beyond the budget, submits, uploads, and cancels
 * throw `rate_limited`, because a user is waiting; other calls throw `upstream_unavailable`.
 */
export function createServiceCaller(budget: Budget, report: Report) {
  async function measure<T>(
    event: { readonly call: UpstreamCall; readonly job?: string },
    send: () => Promise<T>,
  ): Promise<T> {
    const start = performance.now();
    const ms = (): number => Math.round(performance.now() - start);
    try {
      const answer = await send();
      report({ type: "upstream", ...event, ms: ms() });
      return answer;
    } catch (thrown) {
      const error = unreachable(event.call, thrown) ?? thrown;
      const code = EaselError.is(error) ? error.code : "internal";
      report({ type: "upstream", ...event, ms: ms(), code });
      throw error;
    }
  }

  return async <T>(
    call: UpstreamCall,
    send: () => Promise<T>,
    { job, caller, begin }: CallDetails = {},
  ): Promise<T> => {
    const event = job === undefined ? { call } : { call, job };
    let isSent = false;
    try {
      await budget.spend(call, caller);
      await begin?.();
      isSent = true;
      return await measure(event, send);
    } catch (error) {
      if (!EaselError.is(error) || error.code !== "rate_limited") throw error;
      const pauseMs = pauseMsOf(error);
      const retryAt = Date.now() + pauseMs;
      if (isSent) await tryStore(report, () => budget.pause(call, pauseMs));
      else report({ type: "held", ...event, retryAt });
      if (call === "submit" || call === "upload" || call === "cancel") throw error;
      throw new EaselError("upstream_unavailable", { cause: error, retryAt });
    }
  };
}
