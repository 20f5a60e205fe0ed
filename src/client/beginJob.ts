import type { Model } from "../models/index.ts";
import { EaselError, type SubmittedJob } from "../protocol/index.ts";
import type { Client } from "./client.ts";
import type { Ledger } from "./createLedger.ts";
import { newAttemptId } from "./newAttemptId.ts";

export interface BeginJobOptions {
  readonly client: Client;
  readonly ledger: Ledger;
  readonly modelId: string;
  readonly latency?: Model["latency"];
  readonly scope: string;
  readonly input: Readonly<Record<string, unknown>>;
}

export interface BegunJob extends SubmittedJob {
  readonly attemptId: string;
}

/**
 * Submits one job, written down before it is sent, so that whatever happens to the answer the attempt is known. Costs
 * what one run costs.
 *
 * @throws EaselError with `attemptId`; the ledger then says `refused` when nothing was charged, else `unknown`.
 */
export async function beginJob(options: BeginJobOptions): Promise<BegunJob> {
  const { client, ledger, ...run } = options;
  const attemptId = newAttemptId();
  ledger.write({ ...run, attemptId, startedAt: Date.now(), submit: "sent", detached: false });
  const job = await client.submit(run.modelId, run.input, { attemptId }).catch((cause: unknown) => {
    const error = EaselError.is(cause)
      ? cause.with({ attemptId })
      : new EaselError("submit_unknown", { attemptId, cause });
    ledger.update(attemptId, { submit: error.charged === "no" ? "refused" : "unknown", error });
    throw error;
  });
  ledger.update(attemptId, { submit: "taken", requestId: job.requestId });
  return { ...job, attemptId };
}
