import { EaselError } from "../../protocol/EaselError.ts";
import type { UpstreamCall } from "../events/handlerEvent.ts";
import type { Host } from "../handler/createHost.ts";
import { isConnectError } from "../http/isConnectError.ts";
import { spanUntil } from "../timing/spanUntil.ts";
import { canWait } from "./createBudget.ts";

const shortestPauseMs = 1_000;
const usualPauseMs = 10_000;

const pauseMsOf = ({ retryAt }: EaselError): number =>
  retryAt === undefined ? usualPauseMs : Math.max(shortestPauseMs, spanUntil(retryAt));

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
  const start = performance.now();
  const ms = (): number => Math.round(performance.now() - start);
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
 * Calls the service: counts the call in the account's budget of requests, and reports its length and its outcome.
 *
 * When there are too many, a submit or an upload throws `rate_limited`. A read isn't at fault, and waiting costs nothing: it
 * throws `upstream_unavailable` with `retryAt`.
 *
 * @param of.job the mark of the job that it is about
 * @param of.caller whose share of the budget it counts against; undefined for the app's own work
 * @param of.begin called right before the call, once it is in the budget; the call isn't made when it rejects
 */
export async function upstream<T>(
  host: Host,
  call: UpstreamCall,
  ask: () => Promise<T>,
  of: {
    readonly job?: string;
    readonly caller?: string | undefined;
    readonly begin?: () => Promise<void>;
  } = {},
): Promise<T> {
  const about = of.job === undefined ? { call } : { call, job: of.job };
  let isAsked = false;
  try {
    await host.budget.spend(call, of.caller);
    await of.begin?.();
    isAsked = true;
    return await report(host, about, ask);
  } catch (error) {
    if (!isTooMany(error)) throw error;
    const pauseMs = pauseMsOf(error);
    const retryAt = Date.now() + pauseMs;
    if (!isAsked) {
      host.report({ type: "held", ...about, retryAt });
    } else {
      await host.budget.pause(call, pauseMs).catch((cause: unknown) => {
        host.report({ type: "error", where: "store", cause });
      });
    }
    throw canWait(call) ? new EaselError("upstream_unavailable", { cause: error, retryAt }) : error;
  }
}
