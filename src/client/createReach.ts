import { pollTimeoutMs } from "../polling/jobSnapshot.ts";
import type { Answer } from "../protocol/answer.ts";
import { EaselError } from "../protocol/EaselError.ts";
import { errorTable } from "../protocol/errorTable.ts";
import { errorFromHandler, notMounted, readHandlerError } from "./errorFromHandler.ts";
import { readConfig } from "./readConfig.ts";
import { untilAnswered } from "./untilAnswered.ts";

interface ReachOptions {
  readonly request: (signal: AbortSignal) => Promise<Answer>;
  readonly address: () => string;
}

const isObject = (value: unknown): boolean => typeof value === "object" && value !== null;

const isHandler = (answer: Answer): boolean =>
  readConfig(answer) !== undefined || readHandlerError(answer, Date.now()) !== undefined;

/** Statuses that gateways may return with JSON, such as the 403 of Amazon API Gateway for a missing route. */
const gatewayStatuses = new Set([401, 403, 404, 405, 429, 502, 503, 504]);

/** Returns whether a response may be a backend's. A custom backend may respond to `/config` with any JSON object. */
const mayBeBackend = (answer: Answer): boolean =>
  isHandler(answer) ||
  (isObject(answer.body) && !answer.redirected && !gatewayStatuses.has(answer.status));

function describeAnswer({ status, headers, text, body }: Answer): string {
  const isPage =
    /html/i.test(headers.get("content-type") ?? "") || /^\s*<(!doctype|html)/i.test(text);
  const what =
    text === "" ? "an empty body" : isPage ? "a page" : isObject(body) ? "other JSON" : "text";
  const returned = `returned ${status} with ${what}, which isn't a response from createHandler.`;
  if (status >= 500) {
    return `${returned} Your server isn't running or is failing, or a proxy can't reach your server. Start the server, and check its log.`;
  }
  const why =
    isPage && status < 300
      ? "A catch-all route or an SPA fallback responds at this URL."
      : "The handler isn't mounted at this URL, or a server in front of the handler responded.";
  return `${returned} ${why} Mount createHandler at this URL, or pass the handler's URL as baseUrl to createClient or <EaselProvider>. A custom backend must also respond to GET /config.`;
}

function describeFailure(cause: unknown): string {
  const known = EaselError.is(cause) ? cause.cause : cause;
  const reason = known instanceof Error ? known.message : "no response in time";
  return `failed: ${reason}. Check that the server is running and that the URL is right. If the server is on another origin, list this page's origin in createHandler's allowedOrigins (CORS). If the page has a Content-Security-Policy, its connect-src directive must allow the URL. The browser's console shows the cause.`;
}

/** Delays submissions until the backend has responded once, so that a wrong address never causes a charge. */
export function createReach({ request, address }: ReachOptions) {
  let reached = false;
  let pending: Promise<Answer> | undefined;
  let reaching: Promise<void> | undefined;
  let hasReported = false;

  /** Lets `reach` wait for a pending `/config` request instead of sending another one. Returns the request. */
  function join(next: Promise<Answer>): Promise<Answer> {
    pending = next;
    const clear = () => {
      if (pending === next) pending = undefined;
    };
    next.then(clear, clear);
    return next;
  }

  async function joinOrRequest(signal: AbortSignal): Promise<Answer> {
    try {
      if (pending) return await pending;
    } catch (error) {
      if (!EaselError.is(error) || error.code !== "aborted") throw error;
    }
    return request(signal);
  }

  function report(message: string): void {
    if (!hasReported) console.error(message);
    hasReported = true;
  }

  function unreachable(reason: string, init: ConstructorParameters<typeof EaselError>[1]) {
    const message = `Easel: the backend couldn't be reached, so nothing was sent. GET ${address()} ${reason}`;
    report(message);
    return new EaselError("backend_unreachable", { ...init, cause: new Error(message) });
  }

  async function reachOnce(): Promise<void> {
    let answer: Answer;
    try {
      answer = await untilAnswered(joinOrRequest, { timeoutMs: pollTimeoutMs, signal: undefined });
    } catch (cause) {
      pending = undefined;
      if (EaselError.is(cause) && cause.charged === "no") throw cause;
      const isOnline = globalThis.navigator?.onLine ?? true;
      if (!isOnline) throw new EaselError("network", { charged: "no", cause });
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
    note: (answer: Answer) => {
      if (reached) return;
      reached = isHandler(answer);
      const error = readHandlerError(answer, Date.now());
      // A handler whose `basePath` doesn't match the URL returns a message for developers.
      const isMisplaced =
        error?.code === "not_found" && error.message !== errorTable.not_found.message;
      if (isMisplaced) report(`Easel: ${address()} returned: ${error.message}`);
    },
    join,
    reach: () => {
      if (reached) return undefined;
      reaching ??= reachOnce().finally(() => (reaching = undefined));
      return reaching;
    },
  };
}
