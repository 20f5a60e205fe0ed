import type { Labels } from "../../labels/en/en.ts";
import type { EaselError } from "../../protocol/EaselError.ts";

export function transientErrorMessage(
  { code, message }: EaselError,
  labels: Labels["result"],
): string {
  switch (code) {
    case "network":
      return labels.connectionLost;
    case "unauthorized":
      return labels.signedOut;
    case "job_not_found":
      return labels.notFoundYet;
    case "cancel_failed":
      return labels.errors.cancel_failed;
    default:
      return labels.pollFailed(labels.errors[code] ?? message);
  }
}
