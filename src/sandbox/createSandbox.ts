import { answerRequest } from "./answerRequest.ts";
import { json } from "./answers.ts";
import { chooseFault } from "./chooseFault.ts";
import { createClock } from "./createClock.ts";
import { createFaultPlan, type SandboxCall } from "./createFaultPlan.ts";
import { createLog, type SandboxLogEntry } from "./createLog.ts";
import { createMemory } from "./createMemory.ts";
import { createService } from "./createService.ts";
import type { SandboxFault } from "./faults.ts";
import { matchRoute, type SandboxStep } from "./matchRoute.ts";
import type { SandboxOptions } from "./sandboxOptions.ts";
import type { Service } from "./service.ts";

/** A Segmind that runs in this process. */
export interface Sandbox {
  /**
   * Answers one request of the service's API, whatever its host. Rejects with a TypeError, as fetch does, only where a
   * fault breaks the connection.
   */
  readonly fetch: (request: Request) => Promise<Response>;
  /** Every request so far, oldest first. Of a server that runs for long only the last 10,000 are kept. */
  readonly log: readonly SandboxLogEntry[];
  /** What is left on the account. */
  readonly credits: number;
  /** The sandbox's time, in milliseconds since 1970. */
  readonly now: () => number;
  /** Moves the clock ahead. Jobs, records, files and rate windows follow it. */
  readonly advance: (ms: number) => void;
  /** Queues faults for the next requests of a step, one each; `undefined` lets one pass. */
  readonly fail: (step: SandboxStep, ...faults: readonly (SandboxFault | undefined)[]) => void;
  /** Drops every fault that has not struck yet, and the fault function. */
  readonly heal: () => void;
}

function parseBody(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text === "" ? undefined : text;
  }
}

/** Puts a clock, a log and faults in front of a service. */
export function runSandbox(
  options: Pick<SandboxOptions, "faults" | "now">,
  service: Service,
): Sandbox {
  const clock = createClock(options.now);
  const log = createLog();
  const plan = createFaultPlan(options.faults);

  async function fetch(request: Request): Promise<Response> {
    request.signal.throwIfAborted();
    const { pathname: path } = new URL(request.url);
    const text = await request.text();
    const seen = { method: request.method, path, body: parseBody(text), at: clock.now() };
    const route = matchRoute(path);
    if (!route) {
      log.add({ ...seen, step: undefined, status: 404, billed: false }, text.length);
      return json(404, { error: "Not found" });
    }
    const { step, id } = route;
    const isRun = step === "submit" || step === "generate";
    const call: SandboxCall = { ...seen, step, ...(isRun ? { model: id } : {}) };
    const fault = chooseFault(plan, call, service.jobs, id);
    const {
      response,
      requestId,
      billed = false,
    } = await answerRequest(service, { request, route, call, fault });
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
    now: () => clock.now(),
    advance: (ms) => clock.advance(ms),
    fail: (step, ...faults) => plan.add(step, faults),
    heal: () => plan.clear(),
  };
}

/**
 * Makes a Segmind that runs in this process: v1, v2, the account and the upload route as `Request → Response`, with a
 * clock, credits, a rate limit, faults, and images painted from the input. It costs nothing and calls no other host. For a
 * backend that a page can use, take `createSandboxHandler`.
 *
 * A prompt can ask for a fault by name, as with test card numbers: `sandbox:content-block`, or `sandbox:torn-json@status`
 * for the first poll and `@result` for the first fetch. `sandboxFaults` lists all of them.
 *
 * The clock stands still until `advance` moves it, which suits tests. `now: Date.now` runs it in real time.
 *
 * @example
 * const sandbox = createSandbox({ apiKeys: ["SG_0123456789abcdef"], credits: 5 });
 * const backend = segmind({ apiKey: "SG_0123456789abcdef", fetch: sandbox.fetch });
 * sandbox.advance(10_000);
 */
export function createSandbox(options: SandboxOptions = {}): Sandbox {
  const { credits, filesUrl = "https://images.segmind.com", publish } = options;
  const memory = createMemory({ credits, filesUrl, publishes: publish !== undefined });
  return runSandbox(options, createService(options, memory));
}
