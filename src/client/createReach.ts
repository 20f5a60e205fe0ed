import { pollTimeoutMs } from "../polling/jobSnapshot.ts";
import type { Answer } from "../protocol/answer.ts";
import { EaselError } from "../protocol/EaselError.ts";
import { errorTable } from "../protocol/errorTable.ts";
import { errorFromHandler, notMounted, readHandlerError } from "./errorFromHandler.ts";
import { readConfig } from "./readConfig.ts";
import { untilAnswered } from "./untilAnswered.ts";

export interface ReachOptions {
  /** Requests the handler's `/config`. Free. */
  readonly ask: (signal: AbortSignal) => Promise<Answer>;
  /** Returns the address of it, for the developer. */
  readonly address: () => string;
}

/** Keeps a submit back until the backend has answered once. Until then nothing is sent, so nothing can be charged. */
export interface Reach {
  readonly isReached: () => boolean;
  /** Recognizes an answer of the handler, to any request. */
  readonly note: (answer: Answer) => void;
  /** Lets `reach` wait for a request for `/config` that is already in flight. Returns the request. */
  readonly join: (asked: Promise<Answer>) => Promise<Answer>;
  /** Resolves once the backend has answered. Rejects with an error that was not charged. One request for all callers. */
  readonly reach: () => Promise<void> | undefined;
}

const isObject = (value: unknown): boolean => typeof value === "object" && value !== null;

const isHandler = (answer: Answer): boolean =>
  readConfig(answer) !== undefined || readHandlerError(answer, Date.now()) !== undefined;

/**
 * Statuses that servers in front of the backend answer in JSON: logins, missing routes, rate limits, firewalls, and
 * gateways that can't reach it. API Gateway's missing route is a 403.
 */
const gatewayStatuses = new Set([401, 403, 404, 405, 429, 502, 503, 504]);

/** Whether the answer may be a backend's. JSON may come from a custom backend without a `/config` like the handler's. */
const mayBeBackend = (answer: Answer): boolean =>
  isHandler(answer) ||
  (isObject(answer.body) && !answer.redirected && !gatewayStatuses.has(answer.status));

function describeAnswer({ status, headers, text, body }: Answer): string {
  const isPage =
    /html/i.test(headers.get("content-type") ?? "") || /^\s*<(!doctype|html)/i.test(text);
  const what =
    text === "" ? "an empty body" : isPage ? "a page" : isObject(body) ? "other JSON" : "text";
  const why =
    status >= 500
      ? "The server, or a gateway in front of it, is failing."
      : isPage && status < 300
        ? "A catch-all route or an SPA fallback answers at this address."
        : "The handler is not mounted at this address, or something in front of it answers.";
  return `answered ${status} with ${what}, which is not createHandler's. ${why} Mount createHandler there, or give createClient or <EaselProvider> the baseUrl where it is mounted. A custom backend has to answer GET /config as well.`;
}

function describeFailure(cause: unknown): string {
  const known = EaselError.is(cause) ? cause.cause : cause;
  const reason = known instanceof Error ? known.message : "no answer in time";
  return `failed: ${reason}. Is the server running, and is the address right? If it has another origin, list this page's origin in createHandler's allowedOrigins (CORS). If the page has a Content-Security-Policy, its connect-src has to allow the address. The browser's console says which of these it was.`;
}

export function createReach({ ask, address }: ReachOptions): Reach {
  let reached = false;
  let asking: Promise<Answer> | undefined;
  let reaching: Promise<void> | undefined;
  let hasReported = false;

  function join(asked: Promise<Answer>): Promise<Answer> {
    asking = asked;
    const clear = () => {
      if (asking === asked) asking = undefined;
    };
    asked.then(clear, clear);
    return asked;
  }

  async function joinOrAsk(signal: AbortSignal): Promise<Answer> {
    try {
      if (asking) return await asking;
    } catch (error) {
      // A component that had asked is gone.
      if (!EaselError.is(error) || error.code !== "aborted") throw error;
    }
    return ask(signal);
  }

  function report(said: string): void {
    if (!hasReported) console.error(said);
    hasReported = true;
  }

  function unreachable(reason: string, init: ConstructorParameters<typeof EaselError>[1]) {
    const said = `Easel: nothing was sent, because the backend could not be reached. GET ${address()} ${reason}`;
    report(said);
    return new EaselError("backend_unreachable", { ...init, cause: new Error(said) });
  }

  async function reachOnce(): Promise<void> {
    let answer: Answer;
    try {
      answer = await untilAnswered(joinOrAsk, { timeoutMs: pollTimeoutMs, signal: undefined });
    } catch (cause) {
      asking = undefined;
      // The request could not even be made, and that error says why.
      if (EaselError.is(cause) && cause.charged === "no") throw cause;
      const isOnline = globalThis.navigator?.onLine ?? true;
      if (!isOnline) {
        throw new EaselError("network", { charged: "no", cause });
      }
      throw unreachable(describeFailure(cause), {});
    }
    if (mayBeBackend(answer)) {
      reached = true;
      return;
    }
    const { status, redirected } = answer;
    if (redirected) throw new EaselError("unauthorized", { status });
    if (status === 401 || status === 429) throw errorFromHandler(answer, "account", Date.now());
    const message = status < 500 ? notMounted : undefined;
    throw unreachable(describeAnswer(answer), { status, message });
  }

  return {
    isReached: () => reached,
    note: (answer) => {
      if (reached) return;
      reached = isHandler(answer);
      const error = readHandlerError(answer, Date.now());
      // A handler under another basePath names it; users are not shown that.
      const isMisplaced =
        error?.code === "not_found" && error.message !== errorTable.not_found.message;
      if (isMisplaced) report(`Easel: ${address()} answered: ${error.message}`);
    },
    join,
    reach: () => {
      if (reached) return undefined;
      reaching ??= reachOnce().finally(() => (reaching = undefined));
      return reaching;
    },
  };
}
