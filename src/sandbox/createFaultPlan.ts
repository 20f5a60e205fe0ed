import type { SandboxFault } from "./faults.ts";
import type { SandboxStep } from "./matchRoute.ts";

export interface SandboxCall {
  readonly step: SandboxStep;
  readonly method: string;
  readonly path: string;
  readonly model?: string;
  /** Request body parsed as JSON, or its text if it isn't JSON. */
  readonly body?: unknown;
  /** Time of the request on the sandbox's clock, in milliseconds since 1970. */
  readonly at: number;
}

/**
 * Faults to apply: a queue for each step, or a function that is called for each request. `undefined` means no fault.
 *
 * @example
 * createSandbox({ faults: { submit: ["lost-answer"], status: ["bad-gateway", undefined, "torn-json"] } });
 * createSandbox({ faults: (call) => (call.step === "status" ? "unavailable" : undefined) });
 */
export type SandboxFaults =
  | Readonly<Partial<Record<SandboxStep, readonly (SandboxFault | undefined)[]>>>
  | ((call: SandboxCall) => SandboxFault | undefined);

type Faults = readonly (SandboxFault | undefined)[];

export function createFaultPlan(faults: SandboxFaults = {}) {
  let choose = typeof faults === "function" ? faults : undefined;
  const queues = new Map<string, Faults>(
    typeof faults === "function" ? [] : Object.entries(faults),
  );
  return {
    next: (call: SandboxCall) => {
      const [fault, ...rest] = queues.get(call.step) ?? [];
      if (!queues.get(call.step)?.length) return choose?.(call);
      queues.set(call.step, rest);
      return fault;
    },
    add: (step: SandboxStep, added: Faults) => {
      queues.set(step, [...(queues.get(step) ?? []), ...added]);
    },
    clear: () => {
      queues.clear();
      choose = undefined;
    },
  };
}
