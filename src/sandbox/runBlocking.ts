import { acceptRun } from "./acceptRun.ts";
import { gatewayTimeout, json, refuse } from "./answers.ts";
import type { SandboxJob } from "./createJobs.ts";
import type { Reply, Service, Visit } from "./createService.ts";
import { toBase64 } from "./dataUrl.ts";
import { isDoomed, jobProgress } from "./jobProgress.ts";
import { failureMessage, withExtras } from "./recordBody.ts";

function accounting(service: Service, job: SandboxJob, now: number): Record<string, string> {
  const { runMs } = jobProgress(job, Infinity);
  return {
    "x-cost": String(job.cost),
    "x-remaining-credits": String(job.remainingCredits),
    "x-generation-time": String(runMs / 1000),
    "x-seed-value": String(job.seed),
    "x-request-id": job.requestId,
    "x-rate-limit-reset-at-utc": service.rateLimit.resetAt(now),
  };
}

async function answer(service: Service, job: SandboxJob, now: number): Promise<Response> {
  if (isDoomed(job)) return refuse("server-error", failureMessage(job));
  if (job.faults.has("never-finishes")) return gatewayTimeout();
  const headers = accounting(service, job, now);
  if (job.input["base64"] === true) {
    const files = await Promise.all(job.samples.map((sample) => service.images.paint(sample, now)));
    const images = files.map(({ bytes }) => toBase64(bytes));
    const body = images.length > 1 ? { images } : { image: images[0] };
    return json(200, withExtras(job, body), headers);
  }
  const { bytes, contentType } = await service.images.paint(job.samples[0], now);
  return new Response(bytes, { headers: { "content-type": contentType, ...headers } });
}

/** Responds to the blocking v1 call with the first image's bytes, or with all images as JSON if `base64` is set. */
export async function runBlocking(service: Service, visit: Visit): Promise<Reply> {
  const job = acceptRun(service, visit, { blocking: true });
  if (job instanceof Response) return { response: job };
  const response = await answer(service, job, visit.now);
  return { response, billed: job.cost > 0, requestId: job.requestId };
}
