import { EaselError } from "../../protocol/EaselError.ts";
import { errorTable } from "../../protocol/errorTable.ts";
import { createCore, type HandlerCore } from "../core/createCore.ts";
import { toEaselError } from "../events/toEaselError.ts";
import { drainBody } from "../http/drainBody.ts";
import { readUrl } from "../http/readUrl.ts";
import { errorResponse, safeHeaders } from "../http/respond.ts";
import type { HandlerOptions } from "../options/handlerOptions.ts";
import type { HandlerUser } from "../options/hookEvents.ts";
import type { HandlerRoute } from "../routes/handlerRoute.ts";
import { readTicket } from "../security/readTicket.ts";
import { authenticate } from "./authenticate.ts";
import { createRouter, type FoundRoute, type Router } from "./createRouter.ts";
import { createRoutes } from "./createRoutes.ts";
import { type CloseOptions, type Handler, readTimeout } from "./handler.ts";

const allowOf = ({ verb }: HandlerRoute): string =>
  verb === "GET" ? "GET, HEAD, OPTIONS" : "POST, OPTIONS";

async function callRoute(
  core: HandlerCore,
  request: Request,
  url: URL,
  { route, name }: FoundRoute,
): Promise<Response> {
  if ((request.method === "HEAD" ? "GET" : request.method) !== route.verb) {
    throw new EaselError("method_not_allowed");
  }
  const foreign = route.verb === "POST" ? core.origins.refuse(request) : undefined;
  if (foreign !== undefined) throw new EaselError("cross_site", { message: foreign });
  core.requireConfig();
  if (route.open) {
    return route.answer({ request, url, user: { userId: "" }, caller: "", name });
  }
  const { user, caller } = await authenticate(core, request);
  const [waitMs] = await Promise.all([core.countRequest(caller), core.clock.sync()]);
  if (waitMs !== undefined) throw new EaselError("rate_limited", { retryAt: Date.now() + waitMs });
  const answer = (async () => route.answer({ request, url, user, caller, name }))();
  return route.verb === "POST" ? core.background.track(answer) : answer;
}

/** Returns an error's message as `detail` if it's meant for developers. Most messages from routes are for users. */
function detailOf({ code, message }: EaselError, route: HandlerRoute | undefined) {
  const isDetailed = route
    ? code === "not_configured" || code === "cross_site"
    : message !== errorTable[code].message;
  return isDetailed ? { detail: message } : {};
}

async function answerRequest(
  core: HandlerCore,
  findRoute: Router,
  request: Request,
): Promise<Response> {
  const { basePath, report } = core;
  let route: HandlerRoute | undefined;
  try {
    const url = readUrl(request);
    if (!url) throw new EaselError("invalid_request");
    if (!url.pathname.startsWith(`${basePath}/`)) {
      throw new EaselError("not_found", {
        message: `The handler is mounted at "${basePath}", not at this path. Set basePath to the path where you mount the handler.`,
      });
    }
    const found = findRoute(url.pathname.slice(basePath.length));
    if (!found) throw new EaselError("not_found");
    route = found.route;
    if (request.method === "OPTIONS") {
      return new Response(null, {
        status: 204,
        headers: { ...safeHeaders, allow: allowOf(route) },
      });
    }
    return await callRoute(core, request, url, found);
  } catch (thrown) {
    const error = toEaselError(report, "handler", thrown);
    const { code } = error;
    if (code === "store_down") report({ type: "error", where: "store", cause: error.cause });
    const { status } = errorTable[code];
    report({ type: "refused", route: route?.path ?? "", status, code, ...detailOf(error, route) });
    return errorResponse(error, {}, route && status === 405 ? { allow: allowOf(route) } : {});
  }
}

async function finish(
  { background, origins, storeCheck }: HandlerCore,
  request: Request,
  response: Response,
): Promise<Response> {
  // The header makes a proxy open a new connection for the next request, so that another process can receive it.
  if (background.isClosing) response.headers.set("connection", "close");
  if ((await storeCheck.attempts()) === "kept") response.headers.set("easel-attempts", "kept");
  for (const [name, value] of Object.entries(origins.headersFor(request))) {
    response.headers.set(name, value);
  }
  if (request.method !== "HEAD") return response;
  await response.body?.cancel();
  return new Response(null, response);
}

/**
 * Creates the request handler that browsers call. It serves an API in Segmind's v2 format under `basePath`, and works
 * in any JavaScript runtime. Error responses have the body `{ error, code, charged, retry }`.
 *
 * @throws TypeError for an invalid or unsafe option. A missing secret or API key doesn't throw, but requests then fail
 * with `not_configured`.
 *
 * @example
 * const handler = createHandler({
 *   backend: segmind({ apiKey: process.env.SEGMIND_API_KEY }),
 *   models: catalog,
 *   authorize: (request) => readSession(request), // `{ userId }`, or null
 *   secret: process.env.EASEL_SECRET,
 * });
 */
export function createHandler<User extends HandlerUser>(options: HandlerOptions<User>): Handler {
  const core = createCore(options);
  const findRoute = createRouter(createRoutes(core));
  let closed: Promise<boolean> | undefined;
  const answer = async (request: Request): Promise<Response> => {
    try {
      const response = await answerRequest(core, findRoute, request);
      if (!response.ok) await drainBody(request);
      return await finish(core, request, response);
    } catch (cause) {
      core.report({ type: "error", where: "handler", cause });
      return errorResponse(new EaselError("internal"));
    }
  };
  return Object.assign(answer, {
    async readTicket(ticket: unknown, userId: string) {
      core.requireConfig();
      await core.clock.sync();
      return readTicket(core.tickets, ticket, userId);
    },
    async close(closing?: CloseOptions) {
      const timeoutMs = readTimeout(closing);
      closed ??= core.background.stop(timeoutMs);
      return closed;
    },
  });
}
