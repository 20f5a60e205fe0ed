import { EaselError } from "../../protocol/EaselError.ts";
import type { HandlerCore, ServiceAccess } from "../core/createCore.ts";
import { errorResponse, retryAfterMs, textResponse } from "../http/respond.ts";
import type { JobBodies } from "../jobs/createJobBodies.ts";
import { failureOf, type JobPart } from "../jobs/createJobEntries.ts";
import type { ReadJob } from "../jobs/createJobReader.ts";
import type { TicketedJob } from "../security/createTickets.ts";
import type { HandlerRoute, RouteRequest } from "./handlerRoute.ts";

export interface JobAnswers {
  readonly jobBodies: JobBodies;
  readonly readJob: ReadJob;
}

const cannotCancel =
  "The backend can't stop jobs. Stop a job only if canCancel is true in the response of GET /config.";

type Tickets = Pick<HandlerCore, "tickets">;

export async function findJob(
  { tickets }: Tickets,
  { user, name: ticket }: RouteRequest,
): Promise<TicketedJob> {
  const job = await tickets.read(ticket, user.userId);
  if (!job) throw new EaselError("job_not_found");
  return job;
}

async function answerJob(
  core: JobAnswers & Tickets,
  part: JobPart | "cancel",
  routeRequest: RouteRequest,
): Promise<Response> {
  const { jobBodies, readJob } = core;
  const { request, caller, name: ticket } = routeRequest;
  const job = await findJob(core, routeRequest);
  const { record, waitMs } = await readJob(part, job, {
    caller,
    // Read lazily, because some platforms create the signal on access and most polls don't need it.
    get signal() {
      // A job is stopped even if the page closes.
      return part === "cancel" ? new AbortController().signal : request.signal;
    },
  });
  const error = failureOf(record);
  if (error) return errorResponse(error, jobBodies.body(ticket, record));
  return textResponse(jobBodies.text(ticket, record), {
    headers: waitMs === undefined ? {} : retryAfterMs(waitMs),
  });
}

export const statusRoute = (core: JobAnswers & Tickets): HandlerRoute => ({
  path: "v2/requests/:ticket/status",
  verb: "GET",
  answer: (request) => answerJob(core, "status", request),
});

export const resultRoute = (core: JobAnswers & Tickets): HandlerRoute => ({
  path: "v2/requests/:ticket",
  verb: "GET",
  answer: (request) => answerJob(core, "result", request),
});

export const cancelRoute = (core: JobAnswers & Tickets & ServiceAccess): HandlerRoute => ({
  path: "v2/requests/:ticket/cancel",
  verb: "POST",
  answer(request) {
    if (!core.backend.cancel) throw new EaselError("not_found", { message: cannotCancel });
    return answerJob(core, "cancel", request);
  },
});
