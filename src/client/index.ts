export { beginJob, type BeginJobOptions, type BegunJob } from "./beginJob.ts";
export { type Client, type ReadOptions, type SubmitOptions } from "./client.ts";
export { createClient, type ClientOptions } from "./createClient.ts";
export { lookAtJob, nextLookDelay, startWatch, type JobWatch } from "./jobWatch.ts";
export { createLedger, type JobRecord, type Ledger } from "./createLedger.ts";
export { fetchResult } from "./fetchResult.ts";
export { newAttemptId } from "./newAttemptId.ts";
export { runJob, type RunJobOptions } from "./runJob.ts";
export * from "../protocol/index.ts";
