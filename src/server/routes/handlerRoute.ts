import type { HandlerUser } from "../options/hookEvents.ts";

export interface RouteRequest {
  readonly request: Request;
  readonly url: URL;
  readonly user: HandlerUser;
  /** Key for per-user limits: the user's ID, or the result of `limits.clientKey`. */
  readonly caller: string;
  readonly name: string;
}

export interface HandlerRoute {
  readonly path: string;
  readonly verb: "GET" | "POST";
  readonly open?: boolean;
  answer(request: RouteRequest): Response | Promise<Response>;
}
