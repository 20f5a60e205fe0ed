import { EaselError } from "../../protocol/EaselError.ts";
import { isFinalState, type JobState } from "../../protocol/jobState.ts";
import type { HandlerCore } from "../core/createCore.ts";
import { errorBody } from "../http/errorBody.ts";
import { eventStream } from "../http/eventStream.ts";
import { safeHeaders } from "../http/respond.ts";
import { failureOf, type PolledJob } from "../jobs/createJobEntries.ts";
import { createJobWatchers } from "../jobs/createJobWatchers.ts";
import type { HandlerRoute } from "./handlerRoute.ts";
import { findJob, type JobAnswers } from "./job.ts";

/** Event ID of each state. A browser that reconnects sends its last ID, so any instance can resume the stream. */
const idOf: Record<JobState, number> = { queued: 1, processing: 2, completed: 3, failed: 3 };
const lastId = 3;

/** Maximum duration of a stream. The browser then reconnects and is authorized again. */
const maxStreamMs = 600_000;
const retryMs = 60_000;

function createStreamCount(atOnce: number): (caller: string) => (() => void) | undefined {
  const open = new Map<string, number>();
  return (caller) => {
    const others = open.get(caller) ?? 0;
    if (others >= atOnce) return undefined;
    open.set(caller, others + 1);
    return () => {
      const left = (open.get(caller) ?? 1) - 1;
      if (left > 0) open.set(caller, left);
      else open.delete(caller);
    };
  };
}

export function eventsRoute(
  core: JobAnswers & Pick<HandlerCore, "background" | "limits" | "tickets">,
): HandlerRoute {
  const { background, jobBodies, limits, readJob } = core;
  const openStream = createStreamCount(limits.streamsAtOnce);
  const watchJob = createJobWatchers();

  return {
    path: "v2/requests/:ticket/events",
    verb: "GET",
    async answer(routeRequest) {
      const { request, caller, name: ticket } = routeRequest;
      const job = await findJob(core, routeRequest);
      let sentId = Number(request.headers.get("last-event-id") ?? 0) || 0;
      // A 204 response prevents the browser from reconnecting again.
      if (sentId >= lastId) return new Response(null, { status: 204, headers: safeHeaders });
      const releaseStream = openStream(caller);
      if (!releaseStream) throw new EaselError("rate_limited", { retryAt: Date.now() + retryMs });
      const body = eventStream(({ send, end, restart }) => {
        const poll = (signal: AbortSignal): Promise<PolledJob> =>
          readJob("status", job, { signal, caller });
        const stopWatching = watchJob(job.requestId, poll, {
          onPoll({ record }) {
            const id = idOf[record.state];
            const error = failureOf(record);
            const data = { ...jobBodies.body(ticket, record), ...(error && errorBody(error)) };
            if (id > sentId) send({ id, data });
            sentId = Math.max(sentId, id);
            if (isFinalState(record.state)) end();
          },
          onLost(error) {
            send({ id: lastId, name: "lost", data: { ...errorBody(error) } });
            end();
          },
        });
        const timer = setTimeout(end, maxStreamMs);
        request.signal.addEventListener("abort", end);
        const unsubscribe = background.onClosing(restart);
        if (request.signal.aborted) end();
        return () => {
          clearTimeout(timer);
          releaseStream();
          request.signal.removeEventListener("abort", end);
          unsubscribe();
          stopWatching();
        };
      });
      return new Response(body, {
        headers: {
          ...safeHeaders,
          "content-type": "text/event-stream",
          // Prevents compressors and proxies from buffering events.
          "cache-control": "no-store, no-transform",
          "x-accel-buffering": "no",
        },
      });
    },
  };
}
