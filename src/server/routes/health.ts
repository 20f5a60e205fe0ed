import type { Route } from "../findRoute.ts";
import { jsonResponse } from "../respond.ts";

/** Says that the handler is up and has its secret and key; without them it is `not_configured`. Calls nothing. */
export const healthRoute: Route = {
  path: "health",
  verb: "GET",
  open: true,
  answer: () => jsonResponse({ status: "ok" }),
};
