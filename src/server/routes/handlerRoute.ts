import type { HandlerUser } from "../options/handlerUser.ts";

/** A request that was authorized. */
export interface RouteRequest {
  readonly request: Request;
  readonly url: URL;
  /** What `authorize` returned. */
  readonly user: HandlerUser;
  readonly userId: string;
  /** Whose limits count: the user, or with `authorize: "public"` the `clientKey`. */
  readonly caller: string;
  /** The parameter in the path: a model's id or a ticket. */
  readonly name: string;
}

/** One route of the handler. */
export interface HandlerRoute {
  /** Below the base path. A segment that begins with ":" is a parameter. */
  readonly path: string;
  readonly verb: "GET" | "POST";
  /** Answered without `authorize` and limits. */
  readonly open?: boolean;
  answer(request: RouteRequest): Response | Promise<Response>;
}
