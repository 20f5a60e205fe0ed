import { isFault, type SandboxFault } from "./faults.ts";

export interface MagicFault {
  readonly fault: SandboxFault;
  /** Which request of the job it strikes; a submit's or a blocking call's own where none is named. */
  readonly at: "submit" | "status" | "result";
}

const word = /\bsandbox:([a-z0-9-]+)(?:@(submit|status|result))?/g;

/**
 * The faults that a prompt asks for, in the manner of test card numbers: `sandbox:content-block`, or with the request
 * that is to go wrong, `sandbox:torn-json@status`. They strike that job alone, once each.
 */
export function magicFaults(prompt: unknown): readonly MagicFault[] {
  if (typeof prompt !== "string") return [];
  return [...prompt.matchAll(word)].flatMap(([, name = "", at = "submit"]) =>
    isFault(name) ? [{ fault: name, at: at as MagicFault["at"] }] : [],
  );
}
