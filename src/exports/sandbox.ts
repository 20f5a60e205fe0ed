export { type SandboxCall, type SandboxFaults } from "../sandbox/createFaultPlan.ts";
export { type SandboxLogEntry } from "../sandbox/createLog.ts";
export { createSandbox, type Sandbox } from "../sandbox/createSandbox.ts";
export {
  createSandboxHandler,
  type SandboxHandlerOptions,
} from "../sandbox/createSandboxHandler.ts";
export {
  sandboxFaults,
  type FaultEffect,
  type SandboxFault,
  type SandboxFaultInfo,
} from "../sandbox/faults.ts";
export { type SandboxStep } from "../sandbox/matchRoute.ts";
export { type SandboxFile } from "../sandbox/dataUrl.ts";
export { type SandboxTiming } from "../sandbox/runTiming.ts";
export { type SandboxOptions } from "../sandbox/sandboxOptions.ts";
export { type SandboxPaint, type SandboxPaintRequest } from "../sandbox/sandboxPaint.ts";
export { withCancel, type WithCancelOptions } from "../sandbox/withCancel.ts";
