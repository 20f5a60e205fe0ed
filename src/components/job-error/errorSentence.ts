import type { Labels } from "../../labels/en/en.ts";
import { adviceOf } from "../../protocol/advice.ts";
import type { EaselError } from "../../protocol/EaselError.ts";
import { errorTable } from "../../protocol/errorTable.ts";
import { retryCost } from "../internals/retryCost.ts";
import { userMessage } from "../internals/userMessage.ts";

interface RetryOptions {
  readonly canRetry: boolean;
  /** Time before which a retry is rejected, in milliseconds since 1970. Undefined once it has passed. */
  readonly retryAt: number | undefined;
}

/** Returns the one sentence that follows an error's title. Omits what the retry button already says. */
export function errorSentence(
  error: EaselError,
  text: Labels["result"],
  { canRetry, retryAt }: RetryOptions,
): string | undefined {
  const advice = adviceOf(error);
  const hasWaited = advice === "after" && error.retryAt !== undefined;
  const again = text.retryAdvice[hasWaited ? "safe" : advice];
  const cost = retryCost(error);
  const isCharged = cost === "yes" || cost === "unknown";
  if (error.code === "run_canceled" && cost === "yes") return text.stoppedLate;
  if (isCharged && !canRetry) return again;
  if (retryAt !== undefined) return text.retryAt(new Date(retryAt).toLocaleTimeString(text.locale));
  // If the app explains why it refused the job, its reason replaces the general remedy.
  const own = error.code === "refused" ? userMessage(error) : undefined;
  const remedy = own ?? text.remedies[error.code] ?? errorTable[error.code].remedy;
  return remedy || (isCharged ? undefined : again);
}

/** Returns the service's message, unless the sentence or the fields say the same. */
export function errorDetail(error: EaselError): string | undefined {
  const isNamed = error.code === "parameter_rejected" && error.fields !== undefined;
  return isNamed || error.code === "refused" ? undefined : userMessage(error);
}
