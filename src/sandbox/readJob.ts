import { json, refuse } from "./answers.ts";
import type { SandboxJob } from "./createJobs.ts";
import { hasEffect } from "./faults.ts";
import { jobImages } from "./jobImages.ts";
import { isDoomed, jobProgress } from "./jobProgress.ts";
import { failedBody, resultBody, statusBody, withExtras } from "./recordBody.ts";
import type { Reply, Service, Visit } from "./service.ts";

/** Lets the request's fault into the job. A run that fails after all costs nothing. */
function strike(service: Service, job: SandboxJob, visit: Visit): void {
  if (!hasEffect(visit.fault, "job")) return;
  job.faults.add(visit.fault);
  if (isDoomed(job)) {
    service.account.refund(job.cost);
    job.cost = 0;
  }
}

async function describe(service: Service, visit: Visit, whole: boolean): Promise<Response> {
  const job = service.jobs.find(visit.id, visit.now);
  if (!job) return refuse("request-not-found", `Request ${visit.id} not found`);
  strike(service, job, visit);
  const progress = jobProgress(job, visit.now);
  if (progress.state === "FAILED") {
    const status = job.faults.has("failed-with-200") ? 200 : 422;
    return json(status, withExtras(job, failedBody(job, progress)));
  }
  if (whole && progress.state === "COMPLETED") {
    const images = await jobImages(service, job, progress.finishedAt);
    return json(200, withExtras(job, resultBody(job, progress, images)));
  }
  return json(200, withExtras(job, statusBody(job, progress, visit.url.origin)));
}

/** `GET /v2/requests/{id}/status`: the job's state, without its images. */
export async function answerStatus(service: Service, visit: Visit): Promise<Reply> {
  return { response: await describe(service, visit, false), requestId: visit.id };
}

/** `GET /v2/requests/{id}`, and v1's address of the same record: the whole of it. */
export async function answerResult(service: Service, visit: Visit): Promise<Reply> {
  return { response: await describe(service, visit, true), requestId: visit.id };
}
