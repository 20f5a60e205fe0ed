import { EaselError } from "../protocol/index.ts";
import type { Visit } from "./findRoute.ts";
import { meter } from "./meter.ts";
import { publicRecord } from "./publicRecord.ts";
import { errorResponse, jsonResponse, retryAfter } from "./respond.ts";
import { upstream } from "./upstream.ts";

/** Looks a job up for the user whose ticket it is. A ticket that is not good never gets as far as the service. */
export async function answerJob(visit: Visit, part: "status" | "result"): Promise<Response> {
  const { host, request, userId, name: ticket } = visit;
  const { backend } = host.options;
  const job = await host.tickets.read(ticket, userId);
  if (!job) throw new EaselError("job_not_found");

  const { requestId } = job;
  const record = await host.askJob(`${part}:${requestId}`, request.signal, (signal) =>
    upstream(host, part, () =>
      part === "status"
        ? backend.getStatus(requestId, { signal })
        : backend.getResult(requestId, { signal }),
    ),
  );
  // A status that names no cost leaves the metering to the result.
  if (part === "result" || record.state === "failed" || record.metrics?.cost !== undefined) {
    await meter(host, userId, job, record);
  }

  const body = publicRecord(host, ticket, record);
  if (record.state === "failed")
    return errorResponse(record.error ?? new EaselError("run_failed"), body);
  const headers = record.retryAt === undefined ? {} : retryAfter(record.retryAt, Date.now());
  return jsonResponse(body, { headers });
}
