import type { SandboxJob, SandboxImage } from "./createJobs.ts";
import type { SandboxProgress } from "./jobProgress.ts";

export type WireBody = Readonly<Record<string, unknown>>;

export const jobAddresses = ({ requestId }: SandboxJob, origin: string): WireBody => ({
  poll_url: `${origin}/v1/requests/${requestId}`,
  status_url: `${origin}/v2/requests/${requestId}/status`,
  response_url: `${origin}/v2/requests/${requestId}`,
});

export const withExtras = (job: SandboxJob, body: WireBody): WireBody =>
  job.faults.has("extra-fields")
    ? { ...body, api_version: "2.1", worker: { region: "eu-1", gpu: "a100" }, tags: [] }
    : body;

const seconds = (ms: number): number => Math.round(ms) / 1000;

function metrics(job: SandboxJob, { state, queueMs, runMs }: SandboxProgress): WireBody {
  const times = {
    inference_time: seconds(runMs),
    queue_time: seconds(queueMs),
    total_time: seconds(queueMs + runMs),
  };
  if (state === "CANCELED") return { ...times, cost: job.cost };
  return state === "COMPLETED"
    ? { ...times, cost: job.cost, remaining_credits: job.remainingCredits, retry_count: 0 }
    : times;
}

function stateWord(job: SandboxJob, { state }: SandboxProgress): string {
  const running = state === "QUEUED" || state === "PROCESSING";
  return running && job.faults.has("unknown-state") ? "WARMING_UP" : state;
}

export function statusBody(job: SandboxJob, progress: SandboxProgress, origin: string): WireBody {
  const { status_url, response_url } = jobAddresses(job, origin);
  return {
    status: stateWord(job, progress),
    request_id: job.requestId,
    status_url,
    response_url,
    metrics: metrics(job, progress),
  };
}

export function failureMessage({ faults }: SandboxJob): string {
  return faults.has("content-block")
    ? "The request was blocked by the content policy (RAI)"
    : "The model failed to process the request";
}

export const failedBody = (job: SandboxJob, progress: SandboxProgress): WireBody => ({
  status: "FAILED",
  error: failureMessage(job),
  metrics: metrics(job, progress),
  request_id: job.requestId,
});

export interface JobImages {
  readonly images: readonly SandboxImage[];
  readonly inline: boolean;
}

const single = (values: readonly string[]): string | readonly string[] | null =>
  values.length > 1 ? values : (values[0] ?? null);

/** Returns the body of a result. `images` has one entry per sample, but inline images are only in `output`. */
export function resultBody(
  job: SandboxJob,
  progress: SandboxProgress,
  { images, inline }: JobImages,
): WireBody {
  const urls = images.map(({ url }) => url);
  const described = images.map(({ url, contentType }) => ({
    url,
    content_type: contentType,
    file_name: url.slice(url.lastIndexOf("/") + 1),
  }));
  const bare = inline || job.faults.has("output-array");
  return {
    status: "COMPLETED",
    request_id: job.requestId,
    output: job.faults.has("output-array") ? urls : inline ? single(urls) : urls[0],
    ...(bare ? {} : { images: described }),
    seed: String(job.seed),
    prompt: job.input["prompt"] ?? "",
    timings: {},
    metrics: metrics(job, progress),
    error: null,
  };
}
