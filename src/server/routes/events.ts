import { EaselError } from "../../protocol/EaselError.ts";
import { isFinalState, type JobState } from "../../protocol/jobState.ts";
import type { BackendJob } from "../backends/backend.ts";
import type { HandlerRoute, RouteRequest } from "../handler/findRoute.ts";
import { errorBody } from "../http/errorBody.ts";
import { eventStream } from "../http/eventStream.ts";
import { safeHeaders } from "../http/respond.ts";
import type { PolledJob } from "../jobs/jobEntry.ts";
import { lookAtJob } from "../jobs/lookAtJob.ts";
import { publicRecord } from "../jobs/publicRecord.ts";
import { findJob } from "./answerJob.ts";

/** A state's number is its event's id: a browser that comes back is known by it to any instance. */
const idOf: Record<JobState, number> = { queued: 1, processing: 2, completed: 3, failed: 3 };
const lastId = 3;

/** How long one stream lasts: then the browser comes back, and is asked again who it is. */
const longestMs = 600_000;
/** When it is worth coming back for one who has too many. */
const fullMs = 60_000;

/** What the status route says of the job, with the error in it when the run failed. */
function stateOf(
  { host, name: ticket }: RouteRequest,
  record: BackendJob,
): Record<string, unknown> {
  const error =
    record.state === "failed" ? (record.error ?? new EaselError("run_failed")) : undefined;
  return { ...publicRecord(host, ticket, record), ...(error && errorBody(error)) };
}

/**
 * A job's changes of state as server-sent events: each one's data is what the status route would say. The stream ends with
 * the job. A job that can't be followed any more ends it with an event `lost`, whose data is the error.
 */
export const eventsRoute: HandlerRoute = {
  path: "v2/requests/:ticket/events",
  verb: "GET",
  async answer(visit) {
    const { host, request } = visit;
    const job = await findJob(visit);
    let sentId = Number(request.headers.get("last-event-id") ?? 0) || 0;
    // The word that keeps a browser from coming back.
    if (sentId >= lastId) return new Response(null, { status: 204, headers: safeHeaders });
    const closeCount = host.countStream(visit.caller);
    if (!closeCount) throw new EaselError("rate_limited", { retryAt: Date.now() + fullMs });
    const body = eventStream(({ send, end, restart }) => {
      const look = (signal: AbortSignal): Promise<PolledJob> =>
        lookAtJob(host, job, "status", { signal, caller: visit.caller });
      const leave = host.watchJob(job.requestId, look, {
        onLook({ record }) {
          const id = idOf[record.state];
          if (id > sentId) send({ id, data: stateOf(visit, record) });
          sentId = Math.max(sentId, id);
          if (isFinalState(record.state)) end();
        },
        onLost(error) {
          send({ id: lastId, name: "lost", data: { ...errorBody(error) } });
          end();
        },
      });
      const timer = setTimeout(end, longestMs);
      request.signal.addEventListener("abort", end);
      const unsubscribe = host.background.onClosing(restart);
      if (request.signal.aborted) end();
      return () => {
        clearTimeout(timer);
        closeCount();
        request.signal.removeEventListener("abort", end);
        unsubscribe();
        leave();
      };
    });
    return new Response(body, {
      headers: {
        ...safeHeaders,
        "content-type": "text/event-stream",
        // A compressor keeps bytes back until it has enough of them, some proxies until the answer is whole.
        "cache-control": "no-store, no-transform",
        "x-accel-buffering": "no",
      },
    });
  },
};
