import type { Labels } from "../../labels/labels.ts";
import type { EaselError } from "../../protocol/EaselError.ts";

/** Returns the message for a failed poll that is retried. */
export function transientErrorMessage(
  { code, message }: EaselError,
  words: Labels["result"],
): string {
  switch (code) {
    case "network":
      return words.trouble;
    case "unauthorized":
      return words.signedOut;
    case "job_not_found":
      return words.notFoundYet;
    default:
      return words.askedAgain(words.errors[code] ?? message);
  }
}
