import { EaselError } from "../protocol/index.ts";
import type { TicketedJob } from "./createTickets.ts";
import type { Visit } from "./findRoute.ts";
import type { JobPart } from "./jobEntry.ts";
import { lookAtJob } from "./lookAtJob.ts";
import { publicRecord } from "./publicRecord.ts";
import { errorResponse, jsonResponse, retryAfterMs } from "./respond.ts";

/** The job that a visit's ticket stands for. A ticket that is not good never gets as far as the service. */
export async function findJob({ host, userId, name: ticket }: Visit): Promise<TicketedJob> {
  const job = await host.tickets.read(ticket, userId);
  if (!job) throw new EaselError("job_not_found");
  return job;
}

/** Looks a job up for the user whose ticket it is. */
export async function answerJob(visit: Visit, part: JobPart): Promise<Response> {
  const { host, request, name: ticket } = visit;
  const job = await findJob(visit);
  const { record, nextAt } = await lookAtJob(host, job, part, request.signal);
  const body = publicRecord(host, ticket, record);
  if (record.state === "failed") {
    return errorResponse(record.error ?? new EaselError("run_failed"), body);
  }
  return jsonResponse(body, {
    headers: nextAt === undefined ? {} : retryAfterMs(nextAt, Date.now()),
  });
}
