import { json, refuse } from "./answers.ts";
import type { SandboxJob } from "./createJobs.ts";
import type { Service, Visit } from "./createService.ts";
import { hasEffect } from "./faults.ts";
import { jobImages } from "./jobImages.ts";
import { isDoomed, jobProgress } from "./jobProgress.ts";
import { failedBody, resultBody, statusBody, withExtras } from "./recordBody.ts";

function refund({ account }: Service, job: SandboxJob): void {
  account.charge(-job.cost);
  job.cost = 0;
}

/** Cancels a pending job. A job that has ended isn't changed. */
export function cancelRun(service: Service, visit: Visit): Response {
  const job = service.jobs.find(visit.id, visit.now);
  if (!service.canCancel) return json(404, { error: "Not found" });
  if (!job) return refuse("request-not-found", `Request ${visit.id} not found`);
  const { state } = jobProgress(job, visit.now);
  if (state === "QUEUED") refund(service, job);
  if (state === "QUEUED" || state === "PROCESSING") job.canceledAt = visit.now;
  return json(200, statusBody(job, jobProgress(job, visit.now), visit.url.origin));
}

function strike(service: Service, job: SandboxJob, visit: Visit): void {
  if (!hasEffect(visit.fault, "job")) return;
  job.faults.add(visit.fault);
  if (isDoomed(job)) refund(service, job);
}

export async function describeJob(
  service: Service,
  visit: Visit,
  withImages: boolean,
): Promise<Response> {
  const job = service.jobs.find(visit.id, visit.now);
  if (!job) return refuse("request-not-found", `Request ${visit.id} not found`);
  strike(service, job, visit);
  const progress = jobProgress(job, visit.now);
  if (progress.state === "FAILED") {
    const status = job.faults.has("failed-with-200") ? 200 : 422;
    return json(status, withExtras(job, failedBody(job, progress)));
  }
  if (withImages && progress.state === "COMPLETED") {
    const images = await jobImages(service, job, progress.finishedAt);
    return json(200, withExtras(job, resultBody(job, progress, images)));
  }
  return json(200, withExtras(job, statusBody(job, progress, visit.url.origin)));
}
