import { EaselError } from "../../protocol/EaselError.ts";
import type { BackendJob } from "../backends/backend.ts";
import type { RouteRequest } from "../handler/findRoute.ts";
import { errorResponse, retryAfterMs, textResponse } from "../http/respond.ts";
import type { JobPart } from "../jobs/jobEntry.ts";
import { lookAtJob } from "../jobs/lookAtJob.ts";
import { publicRecord } from "../jobs/publicRecord.ts";
import type { TicketedJob } from "../security/createTickets.ts";

/** The job that a visit's ticket stands for. A ticket that is not good never gets as far as the service. */
export async function findJob({ host, userId, name: ticket }: RouteRequest): Promise<TicketedJob> {
  const job = await host.tickets.read(ticket, userId);
  if (!job) throw new EaselError("job_not_found");
  return job;
}

/** Bodies by the record that they tell of: one that is read from the store again is the same object as before. */
const bodies = new WeakMap<BackendJob, { readonly ticket: string; readonly text: string }>();

function bodyOf({ host, name: ticket }: RouteRequest, record: BackendJob): string {
  const known = bodies.get(record);
  if (known?.ticket === ticket) return known.text;
  const text = JSON.stringify(publicRecord(host, ticket, record));
  bodies.set(record, { ticket, text });
  return text;
}

/** Looks a job up for the user whose ticket it is. */
export async function answerJob(visit: RouteRequest, part: JobPart): Promise<Response> {
  const { host, request, caller, name: ticket } = visit;
  const job = await findJob(visit);
  const { record, waitMs } = await lookAtJob(host, job, part, {
    caller,
    // One is made by looking, and most polls are answered without it.
    get signal() {
      return request.signal;
    },
  });
  if (record.state === "failed") {
    const error = record.error ?? new EaselError("run_failed");
    return errorResponse(error, publicRecord(host, ticket, record));
  }
  return textResponse(bodyOf(visit, record), {
    headers: waitMs === undefined ? {} : retryAfterMs(waitMs),
  });
}
