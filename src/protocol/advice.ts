import type { Charged, EaselErrorCode, Retry } from "./errorTable.ts";

/** The part of an error that says what trying again costs. */
interface Outcome {
  readonly code: EaselErrorCode;
  readonly charged: Charged;
  readonly retry: Retry;
}

/** What sending the same input again does: `unsafe` may charge twice, `paid` charges once more, `never` can't help. */
export type Advice = "safe" | "after" | "unsafe" | "paid" | "never";

/**
 * Derives the only advice that is given about trying again, from what is known of this error and not from its code. The
 * sentence, the button and `remedy` all follow it, so that none of them contradicts another.
 */
export function adviceOf({ code, charged, retry }: Outcome): Advice {
  // The same job is gone for good, but its input can be generated again.
  const isGone = code === "job_not_found" && charged !== "no";
  if (retry === "never" && !isGone) return "never";
  if (charged === "no" && retry !== "unsafe") return retry;
  return charged === "yes" ? "paid" : "unsafe";
}

/** Returns what to say about the charge. An attempt that is unsafe to repeat may have been charged. */
export const chargeOf = ({ charged, retry }: Outcome): Charged =>
  charged === "no" && retry === "unsafe" ? "unknown" : charged;

export const adviceTexts: Readonly<Record<Advice, string>> = {
  safe: "Trying again is safe.",
  after: "Trying again is safe in a moment.",
  unsafe: "Trying again may be charged twice.",
  paid: "To get the image, generate it again. You'll be charged again.",
  never: "Trying the same again won't help.",
};
