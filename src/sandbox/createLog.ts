import type { SandboxCall } from "./createFaultPlan.ts";
import type { SandboxFault } from "./faults.ts";
import type { SandboxStep } from "./matchRoute.ts";

/** One request that reached the sandbox. Headers are not kept, so no key is ever in it. */
export interface SandboxLogEntry extends Omit<SandboxCall, "step"> {
  /** Undefined for a path that the service does not have. */
  readonly step: SandboxStep | undefined;
  /** The HTTP status that was answered; undefined when the connection broke. */
  readonly status: number | undefined;
  /** A run was accepted and charged by this request. */
  readonly billed: boolean;
  readonly requestId?: string;
  /** What was made to go wrong with it. */
  readonly fault?: SandboxFault;
}

/** A server may run for weeks, and a body may hold a whole image. Past these, the oldest entries are dropped. */
const mostEntries = 10_000;
const mostCharacters = 100_000_000;

export interface Log {
  readonly entries: readonly SandboxLogEntry[];
  /** `characters` is the length of the body as it came. */
  add(entry: SandboxLogEntry, characters: number): void;
}

export function createLog(): Log {
  const entries: SandboxLogEntry[] = [];
  const lengths: number[] = [];
  let total = 0;
  return {
    entries,
    add(entry, characters) {
      entries.push(entry);
      lengths.push(characters);
      total += characters;
      while (entries.length > mostEntries || (total > mostCharacters && entries.length > 1)) {
        entries.shift();
        total -= lengths.shift() ?? 0;
      }
    },
  };
}
