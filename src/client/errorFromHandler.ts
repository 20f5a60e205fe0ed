import {
  bodyText,
  EaselError,
  errorFromService,
  isErrorCode,
  readRetryAt,
  type Answer,
  type Asked,
} from "../protocol/index.ts";

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
    retryAt: typeof retryAt === "number" ? retryAt : readRetryAt(answer.headers, now),
    fields: readFields(fields),
  });
}

/** What stands between the page and the handler: a login, a missing route, a gateway's page. */
function errorOnTheWay(answer: Answer, asked: Asked): EaselError | undefined {
  const { status, redirected } = answer;
  const isService = bodyText(answer, "error") !== undefined;
  if (redirected && !isService) {
    // The answer to a redirected submit is the other page's; what became of the submit is not in it.
    return new EaselError(asked === "submit" ? "submit_unknown" : "unauthorized", { status });
  }
  if (status === 401 && !/api[- ]?key/i.test(answer.text)) {
    return new EaselError("unauthorized", { status });
  }
  if (isService) return undefined;
  if (status === 403) return new EaselError("refused", { status });
  if (status === 404 || status === 405) {
    return new EaselError("not_found", {
      status,
      message:
        "No image backend answers at this address. Mount createHandler there, or give createClient the baseUrl of the one that you have.",
    });
  }
  return undefined;
}

/**
 * What an answer of the host means when it is not the one hoped for: the handler's own words first, then what stands in
 * the way, then the service's own errors, for hosts that forward them as they are.
 */
export function errorFromHandler(answer: Answer, asked: Asked, now: number): EaselError {
  return (
    readEnvelope(answer, now) ??
    errorOnTheWay(answer, asked) ??
    errorFromService(answer, asked, now)
  );
}
