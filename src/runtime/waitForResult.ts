import type { Ledger } from "../ledger/createLedger.ts";
import { EaselError } from "../protocol/EaselError.ts";
import type { JobResult } from "../protocol/wire.ts";

export interface WaitForResultOptions {
  readonly ledger: Ledger;
  readonly attemptId: string;
  readonly requestId: string;
}

/**
 * Waits for what a run makes, as the ledger comes to know of it.
 *
 * @throws EaselError of the failed run, `job_not_found` when it is gone, `aborted` when it was detached or forgotten.
 */
export function waitForResult(options: WaitForResultOptions): Promise<JobResult> {
  const { ledger, attemptId, requestId } = options;
  let stop = () => {};
  return new Promise<JobResult>((resolve, reject) => {
    const check = () => {
      const record = ledger.list().find((one) => one.attemptId === attemptId);
      if (record?.result) resolve(record.result);
      else if (record?.error) reject(record.error.with({ requestId, attemptId }));
      else if (!record || record.detached) {
        reject(new EaselError("aborted", { requestId, attemptId }));
      }
    };
    stop = ledger.subscribe(check);
    check();
  }).finally(() => stop());
}
