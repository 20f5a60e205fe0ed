import { isFinalState } from "../../protocol/jobState.ts";
import type { Report } from "../events/handlerEvent.ts";
import { jsonResponse } from "../http/respond.ts";
import type { JobBodies } from "../jobs/createJobBodies.ts";
import type { ReadJob } from "../jobs/createJobReader.ts";
import { markOf } from "../security/createTickets.ts";
import type { Attempts } from "../submit/createAttempts.ts";
import type { SendJob, SentJob } from "../submit/createJobSender.ts";
import { hookTimeoutMs } from "../submit/createSubmitHooks.ts";
import { readSubmitRequest, type SubmitRequestContext } from "../submit/readSubmitRequest.ts";
import type { Background } from "../timing/createBackground.ts";
import type { HandlerRoute } from "./handlerRoute.ts";
import { refuseWhileClosing } from "./health.ts";

interface SubmitContext extends SubmitRequestContext {
  readonly attempts: Attempts;
  readonly background: Background;
  readonly jobBodies: JobBodies;
  readonly readJob: ReadJob;
  readonly report: Report;
  readonly sendJob: SendJob;
}

/** The one route that costs money. */
export function submitRoute(context: SubmitContext): HandlerRoute {
  const { attempts, background, jobBodies, readJob, report, sendJob } = context;
  return {
    path: "v2/:model",
    verb: "POST",
    async answer(routeRequest) {
      const { request, userId, name } = routeRequest;
      const { key, asked, model, input } = await readSubmitRequest(context, request, name);
      let sent: SentJob | undefined;
      const attempt = { userId, key, asked };
      const { ticket, repeated } = await attempts.submitOnce(attempt, async (reservation) => {
        // Only here, because a repeated attempt gets its ticket also while the handler closes.
        refuseWhileClosing(background);
        sent = await sendJob(routeRequest, reservation, { model, input });
        return sent.ticket;
      });
      report({ type: "submit", model: model.id, repeated, job: markOf(ticket) });
      await sent?.whenReported;
      // The page may be closed before it polls. An error isn't the submit's, and the page's poll gets it.
      if (sent && isFinalState(sent.state)) {
        const polled = readJob("result", sent.job, new AbortController(), hookTimeoutMs);
        await polled.catch(() => undefined);
      }
      return jsonResponse({ ...jobBodies.addresses(ticket), status: "QUEUED" });
    },
  };
}
