import type { Client } from "../client/client.ts";
import type { Ledger } from "../ledger/createLedger.ts";
import { currentPageId } from "../ledger/currentPageId.ts";
import { EaselError } from "../protocol/EaselError.ts";

export interface CheckJobOptions {
  readonly client: Client;
  readonly ledger: Ledger;
  readonly attemptId: string;
  /** Asked after a wait. An attempt of a user who has left since is not sent. @default always */
  readonly isPresent?: (() => boolean) | undefined;
}

/**
 * Asks what became of a submit that got no answer, by sending it once more under the same attempt id. Only for a backend
 * that keeps attempts (`client.keepsAttempts`): it answers with the first one's job and sends nothing on. One that never
 * arrived is sent on now, and paid for once. Whatever goes wrong, the run stays `unknown`: that this request was refused
 * says nothing of the first.
 */
export async function checkJob(options: CheckJobOptions): Promise<void> {
  const { client, ledger, attemptId, isPresent = () => true } = options;
  const record = ledger.list().find((one) => one.attemptId === attemptId);
  if (record?.submit !== "unknown") return;
  const submitNow = () => ledger.list().find((one) => one.attemptId === attemptId)?.submit;
  ledger.update(attemptId, { submit: "sent", pageId: currentPageId(), trouble: undefined });
  try {
    await client.reach?.();
    // It was removed, or another tab took over, while the backend was awaited.
    if (submitNow() !== "sent") return;
    if (!isPresent()) throw new EaselError("aborted", { charged: "no" });
    const { requestId } = await client.submit(record.modelId, record.input, { attemptId });
    ledger.update(attemptId, { submit: "taken", requestId, error: undefined });
  } catch (cause) {
    // Another tab may have learned more.
    if (submitNow() !== "sent") return;
    const trouble = EaselError.is(cause) ? cause : new EaselError("network", { cause });
    ledger.update(attemptId, { submit: "unknown", trouble: trouble.with({ attemptId }) });
  }
}
