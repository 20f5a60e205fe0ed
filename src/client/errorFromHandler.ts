import { bodyText, type Answer } from "../protocol/answer.ts";
import { EaselError } from "../protocol/EaselError.ts";
import { errorFromService, type RequestKind } from "../protocol/errorFromService.ts";
import { isErrorCode } from "../protocol/errorTable.ts";
import { readRetryAt } from "../protocol/retryAt.ts";

type Envelope = Partial<Record<"charged" | "retry" | "retryAt" | "fields", unknown>>;

const oneOf = <const T extends string>(value: unknown, options: readonly T[]): T | undefined =>
  options.find((option) => option === value);

function readFields(value: unknown): Record<string, string> | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  return Object.fromEntries(Object.entries(value).filter(([, text]) => typeof text === "string"));
}

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

/** Returns a handler's error. Requires a `charged` field, because other servers also use codes such as `not_found`. */
export function readHandlerError(answer: Answer, now: number): EaselError | undefined {
  const error = readEnvelope(answer, now);
  const { charged } = (answer.body ?? {}) as Envelope;
  return error && charged === error.charged ? error : undefined;
}

/** Likely cause of a gateway's response, by HTTP status. No status shows whether a submission was charged. */
const hints: Readonly<Record<number, string>> = {
  401: "A server in front of the app returned 401: you may be signed out.",
  403: "A server in front of the app returned 403: it may have blocked the request.",
  404: "A server in front of the app returned 404: the backend may have moved.",
  405: "A server in front of the app returned 405: it may not allow POST requests.",
  413: "A server in front of the app returned 413: your input may be too large for it.",
};

/**
 * Returns the error for a submission with an unrecognized response. Unless the status is 429, a gateway may have
 * forwarded the submission before it responded. A redirected response comes from another page, such as a login page.
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
  "No image backend found at this address. Mount createHandler there, or pass the handler's URL as baseUrl to createClient or <EaselProvider>.";

function errorOfGateway(answer: Answer): EaselError | undefined {
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

export function errorFromHandler(answer: Answer, kind: RequestKind, now: number): EaselError {
  return kind === "submit"
    ? (readHandlerError(answer, now) ?? errorOfSubmit(answer, now))
    : (readEnvelope(answer, now) ?? errorOfGateway(answer) ?? errorFromService(answer, kind, now));
}
