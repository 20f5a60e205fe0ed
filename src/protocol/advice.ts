import type { Charged, EaselErrorCode, Retry } from "./errorTable.ts";

interface Outcome {
  readonly code: EaselErrorCode;
  readonly charged: Charged;
  readonly retry: Retry;
}

/** Advice about retries. `unsafe`: a retry may cause a second charge. `paid`: a retry causes a second charge. */
export type Advice = "safe" | "after" | "unsafe" | "paid" | "never";

export function adviceOf({ code, charged, retry }: Outcome): Advice {
  // The job is gone, but its input can be submitted again as a new job.
  const isGone = code === "job_not_found" && charged !== "no";
  if (retry === "never" && !isGone) return "never";
  if (charged === "no" && retry !== "unsafe") return retry;
  return charged === "yes" ? "paid" : "unsafe";
}

/** Returns whether an attempt was charged. An attempt that is unsafe to repeat may have been charged. */
export const chargeOf = ({ charged, retry }: Outcome): Charged =>
  charged === "no" && retry === "unsafe" ? "unknown" : charged;

export const adviceMessages: Readonly<Record<Advice, string>> = {
  safe: "It's safe to try again.",
  after: "Wait a moment, then try again.",
  unsafe: "Trying again may charge you twice.",
  paid: "Generate it again to get the image. You'll be charged again.",
  never: "Trying again without changes won't help.",
};
