import { acceptRun } from "./acceptRun.ts";
import { json } from "./answers.ts";
import { jobAddresses, withExtras } from "./recordBody.ts";
import type { Reply, Service, Visit } from "./service.ts";

/** `POST /v2/{model}`: takes the job and answers at once. */
export function submitRun(service: Service, visit: Visit): Reply {
  const job = acceptRun(service, visit);
  if (job instanceof Response) return { response: job };
  const body = {
    request_id: job.requestId,
    status: "QUEUED",
    ...jobAddresses(job, visit.url.origin),
  };
  return {
    response: json(200, withExtras(job, body)),
    billed: job.cost > 0,
    requestId: job.requestId,
  };
}
