import type { JobRecord } from "./backend.ts";
import type { Host } from "./createHost.ts";

type Json = Readonly<Record<string, unknown>>;

/** Names that speak of the host's money: `cost`, `remaining_credits`, `free-credits`, `totalCost` … */
const speaksOfMoney = (name: string): boolean =>
  /(^|_)(costs?|credits?|balance|billing|price)(_|$)/i.test(
    name.replaceAll(/([a-z])([A-Z])|[^A-Za-z]/g, "$1_$2"),
  );

/** The service uses the same few names in all its answers; but nobody knows what it will send. */
const judged = new Map<string, boolean>();
const maxJudged = 500;

function isMoney(name: string): boolean {
  const known = judged.get(name);
  if (known !== undefined) return known;
  const money = speaksOfMoney(name);
  if (judged.size < maxJudged && name.length < 100) judged.set(name, money);
  return money;
}

function withoutMoney(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutMoney);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => !isMoney(name))
      .map(([name, inner]) => [name, withoutMoney(inner)]),
  );
}

/** A record in the service's words, for a backend that has no body of its own. */
function bodyOf({ metrics, images, text, seed }: JobRecord): Json {
  const pictures = images?.map(({ url, contentType }) => ({ url, content_type: contentType }));
  return {
    ...(pictures && pictures.length > 0 ? { output: pictures[0]?.url, images: pictures } : {}),
    ...(text === undefined ? {} : { output: text }),
    ...(seed === undefined ? {} : { seed }),
    ...(metrics
      ? {
          metrics: {
            inference_time: metrics.inferenceTime,
            queue_time: metrics.queueTime,
            total_time: metrics.totalTime,
            cost: metrics.cost,
            remaining_credits: metrics.remainingCredits,
          },
        }
      : {}),
  };
}

/** Where a job is looked up: this handler's own addresses, never the service's. */
export function jobAddresses(host: Host, ticket: string): Json {
  const address = `${host.basePath}/v2/requests/${ticket}`;
  return {
    request_id: ticket,
    poll_url: address,
    status_url: `${address}/status`,
    response_url: address,
  };
}

/** What the browser may see of a job: the service's own shape, under the ticket, without the host's money. */
export function publicRecord(host: Host, ticket: string, record: JobRecord): Json {
  const body = record.body ?? bodyOf(record);
  return {
    ...((host.options.expose?.cost ? body : withoutMoney(body)) as Json),
    status: record.state.toUpperCase(),
    ...jobAddresses(host, ticket),
  };
}
