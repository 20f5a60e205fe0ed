import { isBody } from "./checkInput.ts";
import type { FaultPlan, SandboxCall } from "./createFaultPlan.ts";
import type { Jobs } from "./createJobs.ts";
import { hasEffect, type SandboxFault } from "./faults.ts";
import { magicFaults } from "./magicFaults.ts";

/** What the prompt of this call, or of the job that it asks for, wants to go wrong with it. */
function magicFault(call: SandboxCall, jobs: Jobs, requestId: string): SandboxFault | undefined {
  if (call.step === "submit" || call.step === "generate") {
    const asked = magicFaults(isBody(call.body) ? call.body["prompt"] : undefined);
    return asked.find(({ at, fault }) => at === "submit" && !hasEffect(fault, "job"))?.fault;
  }
  const magic = jobs.find(requestId, call.at)?.magic ?? [];
  const next = magic.findIndex(({ at }) => at === call.step);
  return next < 0 ? undefined : magic.splice(next, 1)[0]?.fault;
}

/** The one fault of a request: the plan's, else what the prompt asks for. */
export function chooseFault(
  plan: FaultPlan,
  call: SandboxCall,
  jobs: Jobs,
  id: string,
): SandboxFault | undefined {
  return plan.next(call) ?? magicFault(call, jobs, id);
}
