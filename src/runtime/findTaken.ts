import type { Ledger } from "../ledger/createLedger.ts";
import type { JobRecord } from "../ledger/jobRecord.ts";

/** The record of a job that the provider looks at already, or whose end is known. */
export function findTaken(ledger: Ledger, requestId: string | undefined): JobRecord | undefined {
  return requestId === undefined
    ? undefined
    : ledger.list().find((record) => record.requestId === requestId && !record.detached);
}
