import { isBody } from "./checkInput.ts";
import type { SandboxCall } from "./createFaultPlan.ts";
import { hasEffect, isFault, type SandboxFault } from "./faults.ts";

export interface MagicFault {
  readonly fault: SandboxFault;
  readonly at: "submit" | "status" | "result";
}

const pattern = /\bsandbox:([a-z0-9-]+)(?:@(submit|status|result))?/g;

/** Returns the faults that a prompt names, such as `sandbox:torn-json@status`. Each fault applies once. */
export function magicFaults(prompt: unknown): readonly MagicFault[] {
  if (typeof prompt !== "string") return [];
  return [...prompt.matchAll(pattern)].flatMap(([, name = "", at = "submit"]) =>
    isFault(name) ? [{ fault: name, at: at as MagicFault["at"] }] : [],
  );
}

export function takeMagicFault(
  { step, body }: SandboxCall,
  magic: MagicFault[] = [],
): SandboxFault | undefined {
  if (step === "submit" || step === "generate") {
    const named = magicFaults(isBody(body) ? body["prompt"] : undefined);
    return named.find(({ at, fault }) => at === "submit" && !hasEffect(fault, "job"))?.fault;
  }
  const next = magic.findIndex(({ at }) => at === step);
  return next < 0 ? undefined : magic.splice(next, 1)[0]?.fault;
}
