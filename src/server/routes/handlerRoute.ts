import type { HandlerUser } from "../options/hookEvents.ts";

export interface RouteRequest {
  readonly request: Request;
  readonly url: URL;
  readonly user: HandlerUser;
  /** Key for limits: the user's ID or the `clientKey`. */
  readonly caller: string;
  readonly name: string;
}

export interface HandlerRoute {
  readonly path: string;
  readonly verb: "GET" | "POST";
  readonly open?: boolean;
  answer(request: RouteRequest): Response | Promise<Response>;
}
