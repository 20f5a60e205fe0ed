import { EaselError } from "../../protocol/EaselError.ts";
import { errorTable, type EaselErrorCode } from "../../protocol/errorTable.ts";
import { OwnError } from "../events/ownError.ts";
import { toEaselError } from "../events/submitError.ts";
import { drainBody } from "../http/drainBody.ts";
import { readUrl } from "../http/readUrl.ts";
import { errorResponse, safeHeaders } from "../http/respond.ts";
import type { HandlerOptions, HandlerUser } from "../options/handlerOptions.ts";
import { assetRoute } from "../routes/asset.ts";
import { configRoute } from "../routes/config.ts";
import { creditsRoute } from "../routes/credits.ts";
import { eventsRoute } from "../routes/events.ts";
import { healthRoute } from "../routes/health.ts";
import { resultRoute } from "../routes/result.ts";
import { statusRoute } from "../routes/status.ts";
import { submitRoute } from "../routes/submit.ts";
import { uploadRoute } from "../routes/upload.ts";
import { readTicket } from "../security/readTicket.ts";
import { createHost, type Host } from "./createHost.ts";
import { findRoute, type HandlerRoute } from "./findRoute.ts";
import type { CloseOptions, Handler } from "./handler.ts";
import { readTimeout } from "./readTimeout.ts";

const routes: readonly HandlerRoute[] = [
  submitRoute,
  statusRoute,
  eventsRoute,
  resultRoute,
  assetRoute,
  uploadRoute,
  configRoute,
  creditsRoute,
  healthRoute,
];

const allowOf = ({ verb }: HandlerRoute): string =>
  verb === "GET" ? "GET, HEAD, OPTIONS" : "POST, OPTIONS";

/** The host's own function failed, before anything went to the service. */
const hostFault = (): EaselError => new EaselError("internal", { charged: "no", retry: "safe" });

async function findUser(host: Host, request: Request): Promise<HandlerUser> {
  const { authorize } = host.options;
  if (authorize === "public") return { userId: "public" };
  let user: HandlerUser | null | undefined;
  try {
    user = await authorize(request);
    const userId: unknown = user?.userId;
    if (user && (typeof userId !== "string" || userId === "")) {
      throw new OwnError(
        "authorize returned no userId, so users could not be told apart. Return { userId } with a text that is the user's alone, or null.",
      );
    }
  } catch (cause) {
    host.report({ type: "error", where: "authorize", cause });
    throw hostFault();
  }
  if (!user) throw new EaselError("unauthorized");
  return user;
}

function findCaller(host: Host, request: Request, userId: string): string {
  if (host.options.authorize !== "public") return userId;
  try {
    if (!host.limits.clientKey) return userId;
    const key: unknown = host.limits.clientKey(request);
    if (typeof key === "string") return key;
    if (key instanceof Promise) key.catch(() => undefined);
    throw new OwnError(
      `limits.clientKey returned a value of type ${typeof key}, so visitors could not be distinguished. Return a string, such as the address that your proxy puts into a header, and not a promise.`,
    );
  } catch (cause) {
    host.report({ type: "error", where: "clientKey", cause });
    throw hostFault();
  }
}

async function checkRate(host: Host, caller: string): Promise<void> {
  const waitMs = await host.countRequest(caller);
  if (waitMs !== undefined) throw new EaselError("rate_limited", { retryAt: Date.now() + waitMs });
}

async function answerRoute(
  host: Host,
  request: Request,
  url: URL,
  { route, name }: { readonly route: HandlerRoute; readonly name: string },
): Promise<Response> {
  try {
    if (request.method === "OPTIONS") {
      return new Response(null, {
        status: 204,
        headers: { ...safeHeaders, allow: allowOf(route) },
      });
    }
    if ((request.method === "HEAD" ? "GET" : request.method) !== route.verb) {
      throw new EaselError("method_not_allowed");
    }
    const foreign = route.verb === "POST" ? host.origins.refuse(request) : undefined;
    if (foreign !== undefined) throw new EaselError("cross_site", { message: foreign });
    host.requireConfig();
    const user = route.open ? { userId: "" } : await findUser(host, request);
    const { userId } = user;
    const caller = route.open ? "" : findCaller(host, request, userId);
    if (!route.open) await Promise.all([host.clock.sync(), checkRate(host, caller)]);
    const answer = (async () => route.answer({ host, request, url, user, userId, caller, name }))();
    return await (route.verb === "POST" ? host.background.track(answer) : answer);
  } catch (thrown) {
    const error = toEaselError(host, "handler", thrown);
    if (error.code === "store_down") {
      host.report({ type: "error", where: "store", cause: error.cause });
    }
    const { code } = error;
    const { status } = errorTable[code];
    const detail =
      code === "not_configured" || code === "cross_site" ? { detail: error.message } : {};
    host.report({ type: "refused", route: route.path, status, code, ...detail });
    return errorResponse(error, {}, status === 405 ? { allow: allowOf(route) } : {});
  }
}

/** Refuses a request that leads to no route. */
function refuse(host: Host, code: EaselErrorCode, detail?: string): Response {
  const { status } = errorTable[code];
  host.report({ type: "refused", route: "", status, code, ...(detail ? { detail } : {}) });
  return errorResponse(new EaselError(code, { message: detail }));
}

async function answerRequest(host: Host, request: Request): Promise<Response> {
  const url = readUrl(request);
  if (!url) return refuse(host, "invalid_request");
  const { basePath } = host;
  const isBelow = url.pathname.startsWith(`${basePath}/`);
  const found = isBelow ? findRoute(routes, url.pathname.slice(basePath.length)) : undefined;
  if (found) return answerRoute(host, request, url, found);
  const detail = isBelow
    ? undefined
    : `The image backend is mounted at "${basePath}", not here. Its basePath must be the path that it is reached under.`;
  return refuse(host, "not_found", detail);
}

/** HEAD is GET without its body; pages of allowed origins may read along, and all hear whether attempts are kept. */
async function finish(host: Host, request: Request, response: Response): Promise<Response> {
  // A proxy sends the next request over another connection, to another process.
  if (host.background.isClosing) response.headers.set("connection", "close");
  if ((await host.storeCheck.attempts()) === "kept") {
    response.headers.set("easel-attempts", "kept");
  }
  for (const [name, value] of Object.entries(host.origins.headersFor(request))) {
    response.headers.set(name, value);
  }
  if (request.method !== "HEAD") return response;
  await response.body?.cancel();
  return new Response(null, response);
}

/**
 * The backend that browsers ask: it holds the key, lets in whom you let in, runs the models that you list, and answers
 * in Segmind's own v2 below `basePath`. `Request` in, `Response` out, in any runtime; `react-easel/server/node` and
 * `/next` fit it in. It never throws: what goes wrong is an answer with `{ error, code, charged, retry }`.
 *
 * Each submit that it passes on costs money, and it passes an attempt on once: see `store`.
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
 *
 * @throws TypeError when an option is wrong or unsafe; the message says how to fix it. A secret or key that is absent from
 * the environment is not an error here, so that the app builds without it: requests are answered with `not_configured`.
 */
export function createHandler<User extends HandlerUser>(options: HandlerOptions<User>): Handler {
  const host = createHost(options);
  let closed: Promise<boolean> | undefined;
  const answer = async (request: Request): Promise<Response> => {
    try {
      const response = await answerRequest(host, request);
      if (!response.ok) await drainBody(request);
      return await finish(host, request, response);
    } catch (cause) {
      host.report({ type: "error", where: "handler", cause });
      return errorResponse(new EaselError("internal"));
    }
  };
  return Object.assign(answer, {
    async readTicket(ticket: unknown, userId: string) {
      host.requireConfig();
      await host.clock.sync();
      return readTicket(host.tickets, ticket, userId);
    },
    async close(closing?: CloseOptions) {
      const timeoutMs = readTimeout(closing);
      closed ??= host.background.stop(timeoutMs);
      return closed;
    },
  });
}
