/** What the life of a job is made of: nothing that is drawn first needs it, so it comes beside the page (`loadEngine`). */
export { createLedger } from "../ledger/createLedger.ts";
export { createPollMemory } from "../ledger/createPollMemory.ts";
export { checkJob } from "./checkJob.ts";
export { createCalls } from "./createCalls.ts";
export { createJobList } from "./createJobList.ts";
export { createRuns } from "./createRuns.ts";
export { watchLedger } from "./watchLedger.ts";
