import { bodyText, type Answer } from "../protocol/answer.ts";
import { EaselError } from "../protocol/EaselError.ts";
import { errorFromService, type RequestKind } from "../protocol/errorFromService.ts";
import { isErrorCode } from "../protocol/errorTable.ts";
import { readRetryAt } from "../protocol/retryAt.ts";

type Envelope = Partial<Record<"charged" | "retry" | "retryAt" | "fields", unknown>>;

const oneOf = <const T extends string>(value: unknown, words: readonly T[]): T | undefined =>
  words.find((word) => word === value);

function readFields(value: unknown): Record<string, string> | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const sentences = Object.entries(value).filter(([, words]) => typeof words === "string");
  return Object.fromEntries(sentences);
}

/** The handler's own error, when the body is one: the side that knows whether it was charged has said so. */
export function readEnvelope(answer: Answer, now: number): EaselError | undefined {
  const code = bodyText(answer, "code");
  if (!isErrorCode(code)) return undefined;
  const { charged, retry, retryAt, fields } = answer.body as Envelope;
  return new EaselError(code, {
    message: bodyText(answer, "error"),
    status: answer.status,
    charged: oneOf(charged, ["no", "yes", "unknown"]),
    retry: oneOf(retry, ["safe", "after", "unsafe", "never"]),
    retryAt: readRetryAt(answer.headers, now, retryAt),
    fields: readFields(fields),
  });
}

/**
 * The handler's own error where that is beyond doubt: it names the charge. Codes such as `not_found` are used by other
 * products, too.
 */
export function readHandlerError(answer: Answer, now: number): EaselError | undefined {
  const error = readEnvelope(answer, now);
  const { charged } = (answer.body ?? {}) as Envelope;
  return error && charged === error.charged ? error : undefined;
}

/** What an answer of something in front of the handler usually means. It proves nothing about the money. */
const hints: Readonly<Record<number, string>> = {
  401: "A server in front of the app answered 401: you may be signed out.",
  403: "A server in front of the app answered 403: it may have blocked the request.",
  404: "A server in front of the app answered 404: the backend may have moved.",
  405: "A server in front of the app answered 405: it may not let POST requests through.",
  413: "A server in front of the app answered 413: your input may be too large for it.",
};

/**
 * An answer to a submit without the handler's own error body says nothing about the money: a gateway can answer with any
 * status and any JSON after the function behind it went on. Only 429 is an exception, because a request over a rate limit
 * is turned away before it is forwarded. A redirected answer is another page's.
 */
function errorOfSubmit(answer: Answer, now: number): EaselError {
  const { status, redirected } = answer;
  if (status === 429 && !redirected) {
    return new EaselError("rate_limited", { status, retryAt: readRetryAt(answer.headers, now) });
  }
  return status < 300 && !redirected
    ? new EaselError("submit_unreadable", { status })
    : new EaselError("submit_unknown", { status, message: hints[status] });
}

export const notMounted =
  "No image backend answers at this address. Mount createHandler there, or give createClient or <EaselProvider> the baseUrl of the one that you have.";

/** What stands between the page and the handler: a login, a missing route, a gateway's page. */
function errorOnTheWay(answer: Answer): EaselError | undefined {
  const { status, redirected } = answer;
  const isService = bodyText(answer, "error") !== undefined;
  if (redirected && !isService) return new EaselError("unauthorized", { status });
  if (status === 401 && !/api[- ]?key/i.test(answer.text)) {
    return new EaselError("unauthorized", { status });
  }
  if (isService) return undefined;
  if (status === 403) return new EaselError("refused", { status });
  if (status === 404 || status === 405) {
    return new EaselError("not_found", { status, message: notMounted });
  }
  return undefined;
}

/**
 * What an answer of the host means when it is not the one hoped for: the handler's own words first. Without them a submit
 * is unknown; a read is judged by what stands in the way, then by the service's own errors, for hosts that forward them.
 */
export function errorFromHandler(answer: Answer, asked: RequestKind, now: number): EaselError {
  return asked === "submit"
    ? (readHandlerError(answer, now) ?? errorOfSubmit(answer, now))
    : (readEnvelope(answer, now) ?? errorOnTheWay(answer) ?? errorFromService(answer, asked, now));
}
