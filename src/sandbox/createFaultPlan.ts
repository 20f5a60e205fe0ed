import type { SandboxFault } from "./faults.ts";
import type { SandboxStep } from "./matchRoute.ts";

/** A request as a fault function sees it, before it takes effect. */
export interface SandboxCall {
  readonly step: SandboxStep;
  readonly method: string;
  readonly path: string;
  readonly model?: string;
  /** Parsed when it is JSON, else the text. */
  readonly body?: unknown;
  /** Milliseconds since 1970, on the sandbox's clock. */
  readonly at: number;
}

/**
 * Which requests go wrong, and how. As queues: each request of a step takes the next entry, `undefined` lets one pass,
 * and when the queue is empty all goes well. As a function: asked at each request, so it may read a toolbar.
 *
 * @example
 * createSandbox({ faults: { submit: ["lost-answer"], status: ["bad-gateway", undefined, "torn-json"] } });
 * createSandbox({ faults: (call) => (call.step === "status" ? "unavailable" : undefined) });
 */
export type SandboxFaults =
  | Readonly<Partial<Record<SandboxStep, readonly (SandboxFault | undefined)[]>>>
  | ((call: SandboxCall) => SandboxFault | undefined);

export interface FaultPlan {
  next(call: SandboxCall): SandboxFault | undefined;
  add(step: SandboxStep, faults: readonly (SandboxFault | undefined)[]): void;
  clear(): void;
}

export function createFaultPlan(faults: SandboxFaults = {}): FaultPlan {
  const queues = new Map<SandboxStep, (SandboxFault | undefined)[]>();
  let ask = typeof faults === "function" ? faults : undefined;
  const plan: FaultPlan = {
    next(call) {
      const queue = queues.get(call.step);
      return queue && queue.length > 0 ? queue.shift() : ask?.(call);
    },
    add(step, names) {
      queues.set(step, [...(queues.get(step) ?? []), ...names]);
    },
    clear() {
      queues.clear();
      ask = undefined;
    },
  };
  if (typeof faults !== "function") {
    for (const [step, names] of Object.entries(faults)) plan.add(step as SandboxStep, names);
  }
  return plan;
}
