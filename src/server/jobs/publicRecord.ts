import type { JobImage } from "../../protocol/readOutput.ts";
import type { BackendJob } from "../backends/backend.ts";
import type { Host } from "../handler/createHost.ts";

type Json = Readonly<Record<string, unknown>>;

/** Inline images are only in `output`, as the service has them: twice would be too long. */
function imagesOf(images: readonly JobImage[]): Json {
  const urls = images.map(({ url }) => url);
  const output = urls.length > 1 ? urls : urls[0];
  if (urls.some((url) => url.startsWith("data:"))) return { output };
  return {
    output: urls[0],
    images: images.map(({ url, contentType }) => ({ url, content_type: contentType })),
  };
}

/** What clients read of a record, in the service's words, and nothing else: services add fields about the host's account. */
function bodyOf({ expose }: Host["options"], record: BackendJob): Json {
  const { body, images = [], text, seed, metrics } = record;
  return {
    seed: body?.["seed"] ?? seed,
    seeds: body?.["seeds"],
    prompt: body?.["prompt"],
    ...(images.length > 0 ? imagesOf(images) : { output: text }),
    metrics: metrics && {
      inference_time: metrics.inferenceTime,
      queue_time: metrics.queueTime,
      total_time: metrics.totalTime,
      ...(expose?.cost ? { cost: metrics.cost, remaining_credits: metrics.remainingCredits } : {}),
    },
  };
}

/** Where a job is looked up: this handler's own addresses, never the service's. */
export function ticketAddresses(host: Host, ticket: string): Json {
  const address = `${host.basePath}/v2/requests/${ticket}`;
  return {
    request_id: ticket,
    poll_url: address,
    status_url: `${address}/status`,
    response_url: address,
  };
}

/** What the browser may see of a job, in the service's own shape, under the ticket. */
export function publicRecord(host: Host, ticket: string, record: BackendJob): Json {
  return {
    ...bodyOf(host.options, record),
    status: record.state.toUpperCase(),
    ...ticketAddresses(host, ticket),
  };
}
