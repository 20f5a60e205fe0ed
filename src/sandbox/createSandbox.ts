import { answerRequest } from "./answerRequest.ts";
import { json } from "./answers.ts";
import { createFaultPlan, type SandboxCall } from "./createFaultPlan.ts";
import { createLog, type SandboxLogEntry } from "./createLog.ts";
import { createMemory } from "./createMemory.ts";
import { createService, type Service } from "./createService.ts";
import type { SandboxFault } from "./faults.ts";
import { takeMagicFault } from "./magicFaults.ts";
import { matchRoute, type SandboxStep } from "./matchRoute.ts";
import type { SandboxOptions } from "./sandboxOptions.ts";

export interface Sandbox {
  /** Responds to an API request to any host. Rejects with a TypeError only if a fault breaks the connection. */
  readonly fetch: (request: Request) => Promise<Response>;
  /** The last 10,000 requests, oldest first. */
  readonly log: readonly SandboxLogEntry[];
  readonly credits: number;
  /** Returns the sandbox's time, in milliseconds since 1970. */
  readonly now: () => number;
  /** Advances the clock by `ms` milliseconds. Jobs, files, and rate limits use this clock. */
  readonly advance: (ms: number) => void;
  /** Queues faults for the next requests of a step, one fault per request. `undefined` means no fault. */
  readonly fail: (step: SandboxStep, ...faults: readonly (SandboxFault | undefined)[]) => void;
  /** Removes all queued faults and the fault function. */
  readonly heal: () => void;
}

function parseBody(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text === "" ? undefined : text;
  }
}

export function runSandbox(
  options: Pick<SandboxOptions, "faults" | "now">,
  service: Service,
): Sandbox {
  const createdAt = Date.now();
  const { now: source = () => createdAt } = options;
  let aheadMs = 0;
  const now = () => source() + aheadMs;
  const log = createLog();
  const plan = createFaultPlan(options.faults);

  async function fetch(request: Request): Promise<Response> {
    request.signal.throwIfAborted();
    const { pathname: path } = new URL(request.url);
    const text = await request.text();
    const seen = { method: request.method, path, body: parseBody(text), at: now() };
    const route = matchRoute(path);
    if (!route) {
      log.add({ ...seen, step: undefined, status: 404, billed: false }, text.length);
      return json(404, { error: "Not found" });
    }
    const { step, id } = route;
    const isRun = step === "submit" || step === "generate";
    const call: SandboxCall = { ...seen, step, ...(isRun ? { model: id } : {}) };
    const fault = plan.next(call) ?? takeMagicFault(call, service.jobs.find(id, call.at)?.magic);
    const incoming = { request, route, call, fault };
    const { response, requestId, billed = false } = await answerRequest(service, incoming);
    log.add(
      {
        ...call,
        status: response?.status,
        billed,
        ...(requestId === undefined ? {} : { requestId }),
        ...(fault === undefined ? {} : { fault }),
      },
      text.length,
    );
    if (!response) throw new TypeError("fetch failed: the sandbox broke the connection");
    return response;
  }

  return {
    fetch,
    log: log.entries,
    get credits() {
      return service.account.credits;
    },
    now,
    advance: (ms) => {
      if (!(ms >= 0)) {
        throw new RangeError(
          `sandbox.advance: can't move the clock by ${ms} ms, because expired records can't be restored. Pass 0 or more milliseconds.`,
        );
      }
      aheadMs += ms;
    },
    fail: (step, ...faults) => plan.add(step, faults),
    heal: plan.clear,
  };
}

/**
 * Creates an in-process fake of Segmind with a clock, credits, a rate limit, faults, and images painted from the input.
 * Costs nothing and makes no network requests. For a page's backend, use `createSandboxHandler`. A prompt can name a
 * fault from `sandboxFaults`, such as `sandbox:content-block`. With `sandbox:torn-json@status`, the fault affects the
 * first poll, and with `@result`, it affects the first request for the result.
 *
 * @example
 * const sandbox = createSandbox({ apiKeys: ["SG_0123456789abcdef"], credits: 5 });
 * const backend = segmind({ apiKey: "SG_0123456789abcdef", fetch: sandbox.fetch });
 * sandbox.advance(10_000);
 */
export function createSandbox(options: SandboxOptions = {}): Sandbox {
  const { credits = 100, filesUrl = "https://images.segmind.com", publish } = options;
  const memory = createMemory({ credits, filesUrl, publishes: publish !== undefined });
  return runSandbox(options, createService(options, memory));
}
