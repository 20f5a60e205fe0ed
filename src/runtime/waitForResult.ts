import type { Ledger } from "../ledger/createLedger.ts";
import { EaselError } from "../protocol/EaselError.ts";
import type { JobResult } from "../protocol/wire.ts";

export interface WaitForResultOptions {
  readonly ledger: Ledger;
  readonly attemptId: string;
  readonly requestId: string;
}

/**
 * Resolves when an attempt's result is in the ledger.
 *
 * @throws EaselError of the failed job; `aborted` if it was removed or is not watched anymore
 */
export function waitForResult(options: WaitForResultOptions): Promise<JobResult> {
  const { ledger, attemptId, requestId } = options;
  let unsubscribe = () => {};
  return new Promise<JobResult>((resolve, reject) => {
    const check = () => {
      const attempt = ledger.list().find((one) => one.attemptId === attemptId);
      if (attempt?.result) resolve(attempt.result);
      else if (attempt?.error) reject(attempt.error.with({ requestId, attemptId }));
      else if (!attempt || attempt.detached) {
        reject(new EaselError("aborted", { requestId, attemptId }));
      }
    };
    unsubscribe = ledger.subscribe(check);
    check();
  }).finally(() => unsubscribe());
}
