export { type SandboxCall, type SandboxFaults } from "./createFaultPlan.ts";
export { type SandboxLogEntry } from "./createLog.ts";
export { createSandbox, type Sandbox } from "./createSandbox.ts";
export { createSandboxHandler, type SandboxHandlerOptions } from "./createSandboxHandler.ts";
export {
  sandboxFaults,
  type FaultEffect,
  type SandboxFault,
  type SandboxFaultInfo,
} from "./faults.ts";
export { type SandboxStep } from "./matchRoute.ts";
export { type SandboxTiming } from "./runTiming.ts";
export { type SandboxOptions } from "./sandboxOptions.ts";
