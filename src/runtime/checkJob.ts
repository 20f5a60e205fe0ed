import type { Client } from "../client/client.ts";
import type { Ledger } from "../ledger/createLedger.ts";
import { currentPageId } from "../ledger/currentPageId.ts";
import { EaselError } from "../protocol/EaselError.ts";

export interface CheckJobOptions {
  readonly client: Client;
  readonly ledger: Ledger;
  readonly attemptId: string;
  /** Returns whether a provider is still mounted. If none is, nothing is sent. @default always true */
  readonly isPresent?: (() => boolean) | undefined;
}

/**
 * Determines the outcome of an `unknown` submission by sending the request again with the same attempt ID. A backend
 * that keeps attempts (`client.keepsAttempts`) returns the first request's job, or starts the job if the first request
 * never arrived. If the check fails, the outcome is still unclear, so the attempt stays `unknown`.
 */
export async function checkJob(options: CheckJobOptions): Promise<void> {
  const { client, ledger, attemptId, isPresent = () => true } = options;
  const find = () => ledger.list().find((one) => one.attemptId === attemptId);
  const attempt = find();
  if (attempt?.submit !== "unknown") return;
  ledger.update(attemptId, {
    submit: "sent",
    pageId: currentPageId(),
    trouble: undefined,
    checkedAt: Date.now(),
  });
  try {
    await client.reach?.();
    // The attempt was removed, or another tab changed its state.
    if (find()?.submit !== "sent") return;
    if (!isPresent()) throw new EaselError("aborted", { charged: "no" });
    const { requestId } = await client.submit(attempt.modelId, attempt.input, { attemptId });
    ledger.update(attemptId, { submit: "taken", requestId, error: undefined });
  } catch (cause) {
    if (find()?.submit !== "sent") return;
    const trouble = EaselError.is(cause) ? cause : new EaselError("network", { cause });
    ledger.update(attemptId, { submit: "unknown", trouble: trouble.with({ attemptId }) });
  }
}
