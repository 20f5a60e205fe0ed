import type { JobRecord, Ledger } from "../client/index.ts";

/** The record of a job that the provider looks at already, or whose end is known. */
export function findTaken(ledger: Ledger, requestId: string | undefined): JobRecord | undefined {
  return requestId === undefined
    ? undefined
    : ledger.list().find((record) => record.requestId === requestId && !record.detached);
}
