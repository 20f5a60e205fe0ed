import { EaselError } from "../protocol/index.ts";
import { canWait } from "./createBudget.ts";
import type { Host } from "./createHost.ts";
import type { UpstreamCall } from "./handlerEvent.ts";
import { isConnectError } from "./isConnectError.ts";

const shortestPauseMs = 1_000;
const usualPauseMs = 10_000;
/** Windows are of a minute; a word that reaches much further comes from a clock that is wrong. */
const longestPauseMs = 300_000;

function pauseEnd({ retryAt }: EaselError): number {
  const now = Date.now();
  const named = retryAt ?? now + usualPauseMs;
  return Math.min(now + longestPauseMs, Math.max(now + shortestPauseMs, named));
}

const isTooMany = (error: unknown): error is EaselError =>
  EaselError.is(error) && error.code === "rate_limited";

/**
 * Returns the error for a connection error that a backend doesn't catch. Not for a submit: its backend may have started a
 * paid job before a second request failed to connect, and only the backend can tell.
 */
function unreachable(call: UpstreamCall, thrown: unknown): EaselError | undefined {
  if (call === "submit" || EaselError.is(thrown) || !isConnectError(thrown)) return undefined;
  return new EaselError("upstream_unavailable", { cause: thrown });
}

/** Calls, and reports how long it took and how it ended. */
async function report<T>(
  host: Host,
  about: { readonly call: UpstreamCall; readonly job?: string },
  ask: () => Promise<T>,
): Promise<T> {
  const start = Date.now();
  const ms = (): number => Date.now() - start;
  try {
    const answer = await ask();
    host.report({ type: "upstream", ...about, ms: ms() });
    return answer;
  } catch (thrown) {
    const error = unreachable(about.call, thrown) ?? thrown;
    const code = EaselError.is(error) ? error.code : "internal";
    host.report({ type: "upstream", ...about, ms: ms(), code });
    throw error;
  }
}

/**
 * A call to the service: paid from the account's budget of requests, and reported with its length and its outcome.
 *
 * When there are too many, a submit or an upload hears so as `rate_limited`. With a read it is no fault of the one who
 * asks, and waiting costs nothing: that is `upstream_unavailable` with the moment to come back.
 *
 * @param job the mark of the job that it is about
 */
export async function upstream<T>(
  host: Host,
  call: UpstreamCall,
  ask: () => Promise<T>,
  job?: string,
): Promise<T> {
  const about = job === undefined ? { call } : { call, job };
  let isAsked = false;
  try {
    await host.budget.spend(call);
    isAsked = true;
    return await report(host, about, ask);
  } catch (error) {
    if (!isTooMany(error)) throw error;
    const retryAt = pauseEnd(error);
    if (!isAsked) {
      host.report({ type: "held", ...about, retryAt });
    } else {
      await host.budget.pause(retryAt).catch((cause: unknown) => {
        host.report({ type: "error", where: "store", cause });
      });
    }
    throw canWait(call) ? new EaselError("upstream_unavailable", { cause: error, retryAt }) : error;
  }
}
