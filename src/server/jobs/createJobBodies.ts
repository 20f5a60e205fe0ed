import type { JobImage } from "../../protocol/readOutput.ts";
import type { BackendJob } from "../backends/backend.ts";
import type { HandlerOptions } from "../options/handlerOptions.ts";

type Json = Readonly<Record<string, unknown>>;

export type JobBodies = ReturnType<typeof createJobBodies>;

/** Returns a result's image fields. Inline images appear only in `output`, because they are too large to repeat. */
function imageFields(images: readonly JobImage[]): Json {
  const urls = images.map(({ url }) => url);
  const output = urls.length > 1 ? urls : urls[0];
  if (urls.some((url) => url.startsWith("data:"))) return { output };
  return {
    output: urls[0],
    images: images.map(({ url, contentType }) => ({ url, content_type: contentType })),
  };
}

export function createJobBodies(basePath: string, expose: HandlerOptions["expose"] = {}) {
  const texts = new WeakMap<BackendJob, { readonly ticket: string; readonly text: string }>();

  function addresses(ticket: string): Json {
    const address = `${basePath}/v2/requests/${ticket}`;
    return {
      request_id: ticket,
      poll_url: address,
      status_url: `${address}/status`,
      response_url: address,
    };
  }

  /** Returns a job's response body. Omits unknown fields, because they can describe the app's account. */
  function body(ticket: string, job: BackendJob): Json {
    const { images = [], text, seed, metrics, state } = job;
    return {
      seed: job.body?.["seed"] ?? seed,
      seeds: job.body?.["seeds"],
      prompt: job.body?.["prompt"],
      ...(images.length > 0 ? imageFields(images) : { output: text }),
      metrics: metrics && {
        inference_time: metrics.inferenceTime,
        queue_time: metrics.queueTime,
        total_time: metrics.totalTime,
        ...(expose.cost ? { cost: metrics.cost, remaining_credits: metrics.remainingCredits } : {}),
      },
      status: state.toUpperCase(),
      ...addresses(ticket),
    };
  }

  return {
    addresses,
    body,
    text(ticket: string, job: BackendJob): string {
      const known = texts.get(job);
      if (known?.ticket === ticket) return known.text;
      const text = JSON.stringify(body(ticket, job));
      texts.set(job, { ticket, text });
      return text;
    },
  };
}
