import type { SandboxCall } from "./createFaultPlan.ts";
import type { SandboxFault } from "./faults.ts";
import type { SandboxStep } from "./matchRoute.ts";

/** Logged request. Headers are omitted, because they contain the API key. */
export interface SandboxLogEntry extends Omit<SandboxCall, "step"> {
  /** Kind of request. Undefined for an unknown path. */
  readonly step: SandboxStep | undefined;
  /** HTTP status. Undefined if the connection broke. */
  readonly status: number | undefined;
  readonly billed: boolean;
  readonly requestId?: string;
  readonly fault?: SandboxFault;
}

/** Memory limits, because bodies can contain images. Above a limit, the oldest entries are dropped. */
const maxEntries = 10_000;
const maxCharacters = 100_000_000;

export function createLog() {
  const entries: SandboxLogEntry[] = [];
  const lengths: number[] = [];
  let total = 0;
  return {
    entries: entries as readonly SandboxLogEntry[],
    /** @param characters length of the request body */
    add: (entry: SandboxLogEntry, characters: number) => {
      entries.push(entry);
      lengths.push(characters);
      total += characters;
      while (entries.length > maxEntries || (total > maxCharacters && entries.length > 1)) {
        entries.shift();
        total -= lengths.shift() ?? 0;
      }
    },
  };
}
