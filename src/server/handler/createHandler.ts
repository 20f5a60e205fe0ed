import { EaselError } from "../../protocol/EaselError.ts";
import { errorTable, type EaselErrorCode } from "../../protocol/errorTable.ts";
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
import { createRoutes } from "./createRoutes.ts";
import { findRoute, type FoundRoute } from "./findRoute.ts";
import { type CloseOptions, type Handler, readTimeout } from "./handler.ts";

const allowOf = ({ verb }: HandlerRoute): string =>
  verb === "GET" ? "GET, HEAD, OPTIONS" : "POST, OPTIONS";

async function checkRate({ countRequest }: HandlerCore, caller: string): Promise<void> {
  const waitMs = await countRequest(caller);
  if (waitMs !== undefined) throw new EaselError("rate_limited", { retryAt: Date.now() + waitMs });
}

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
    return route.answer({ request, url, user: { userId: "" }, userId: "", caller: "", name });
  }
  const { user, caller } = await authenticate(core, request);
  await Promise.all([core.clock.sync(), checkRate(core, caller)]);
  const { userId } = user;
  const answer = (async () => route.answer({ request, url, user, userId, caller, name }))();
  return route.verb === "POST" ? core.background.track(answer) : answer;
}

async function answerRoute(
  core: HandlerCore,
  request: Request,
  url: URL,
  found: FoundRoute,
): Promise<Response> {
  const { report } = core;
  const { route } = found;
  const allow = allowOf(route);
  if (request.method === "OPTIONS") {
    return new Response(null, { status: 204, headers: { ...safeHeaders, allow } });
  }
  try {
    return await callRoute(core, request, url, found);
  } catch (thrown) {
    const error = toEaselError(report, "handler", thrown);
    const { code } = error;
    if (code === "store_down") report({ type: "error", where: "store", cause: error.cause });
    const { status } = errorTable[code];
    const detail =
      code === "not_configured" || code === "cross_site" ? { detail: error.message } : {};
    report({ type: "refused", route: route.path, status, code, ...detail });
    return errorResponse(error, {}, status === 405 ? { allow } : {});
  }
}

function refuse({ report }: HandlerCore, code: EaselErrorCode, detail?: string): Response {
  const { status } = errorTable[code];
  report({ type: "refused", route: "", status, code, ...(detail ? { detail } : {}) });
  return errorResponse(new EaselError(code, { message: detail }));
}

async function answerRequest(
  core: HandlerCore,
  routes: readonly HandlerRoute[],
  request: Request,
): Promise<Response> {
  const url = readUrl(request);
  if (!url) return refuse(core, "invalid_request");
  const { basePath } = core;
  const isBelow = url.pathname.startsWith(`${basePath}/`);
  const found = isBelow ? findRoute(routes, url.pathname.slice(basePath.length)) : undefined;
  if (found) return answerRoute(core, request, url, found);
  const detail = isBelow
    ? undefined
    : `The image backend is mounted at "${basePath}", not here. Its basePath must be the path that it is reached under.`;
  return refuse(core, "not_found", detail);
}

async function finish(
  { background, origins, storeCheck }: HandlerCore,
  request: Request,
  response: Response,
): Promise<Response> {
  // A proxy sends the next request over another connection, to another process.
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
 * Creates the backend that browsers call, in the shape of Segmind's v2 below `basePath`, in any runtime. An error is
 * an answer with `{ error, code, charged, retry }`.
 *
 * @throws TypeError when an option is wrong or unsafe. Without a secret or key, answers are `not_configured`.
 *
 * @example
 * const handler = createHandler({
 *   backend: segmind({ apiKey: process.env.SEGMIND_API_KEY }),
 *   models: catalog,
 *   authorize: async (request) => {
 *     const session = await readSession(request);
 *     return session ? { userId: session.userId } : null;
 *   },
 *   secret: process.env.EASEL_SECRET,
 * });
 */
export function createHandler<User extends HandlerUser>(options: HandlerOptions<User>): Handler {
  const core = createCore(options);
  const routes = createRoutes(core);
  let closed: Promise<boolean> | undefined;
  const answer = async (request: Request): Promise<Response> => {
    try {
      const response = await answerRequest(core, routes, request);
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
