import { bodyText, type Answer } from "./answer.ts";
import { EaselError } from "./EaselError.ts";
import type { EaselErrorCode } from "./errorTable.ts";
import { readRetryAt } from "./retryAt.ts";
import { readFailedSubmit } from "./wire.ts";

/** Kind of request. Only a `submit` request can cost money. */
export type RequestKind = "submit" | "job" | "account";

function codeOf406(text: string): EaselErrorCode {
  if (/content.?type/i.test(text)) return "upstream_content_type";
  if (/\b(spend(ing)? (limit|cap)|team (limit|budget)|budget (exceeded|reached))\b/i.test(text)) {
    return "upstream_spend_limit";
  }
  if (/\b(insufficient|not (have )?enough|out of)\b.*\b(credits?|balance)\b/i.test(text)) {
    return "upstream_no_credits";
  }
  return "parameter_rejected";
}

const codeOf404 = {
  submit: "upstream_model_missing",
  job: "job_not_found",
  account: "upstream_no_balance",
} as const satisfies Record<RequestKind, EaselErrorCode>;

function codeOf(answer: Answer, kind: RequestKind): EaselErrorCode {
  switch (answer.status) {
    case 400:
    case 422:
      // A 422 whose body doesn't have the status `FAILED` usually means that the input is invalid.
      return "parameter_rejected";
    case 401:
      return /missing/i.test(answer.text) ? "upstream_key_missing" : "upstream_key_invalid";
    case 403:
      return "upstream_forbidden";
    case 404:
      return codeOf404[kind];
    case 405:
    case 415:
      // The handler sent the wrong method or content type, so every attempt fails and the user can't fix it.
      return "upstream_content_type";
    case 406:
      return codeOf406(bodyText(answer, "error") ?? answer.text);
    case 410:
      return "upstream_model_retired";
    case 413:
      return "too_large";
    case 429:
      return "rate_limited";
  }
  if (kind !== "submit") return answer.status >= 500 ? "upstream_unavailable" : "bad_answer";
  if (answer.status < 300) return "submit_unreadable";
  // The service charges only for a 200 response, so its 500 response with a JSON body is free. Any other response may
  // come from a gateway, so the outcome is unknown.
  return answer.status === 500 && answer.body !== undefined ? "upstream_error" : "submit_unknown";
}

export function errorFromService(answer: Answer, kind: RequestKind, now: number): EaselError {
  const failed = kind === "submit" ? readFailedSubmit(answer) : undefined;
  if (failed) return failed;
  const code = codeOf(answer, kind);
  return new EaselError(code, {
    status: answer.status,
    // With this code, the message is about an input value. Other messages may be about the host's account.
    message: code === "parameter_rejected" ? bodyText(answer, "error") : undefined,
    retryAt: code === "rate_limited" ? readRetryAt(answer.headers, now) : undefined,
  });
}
