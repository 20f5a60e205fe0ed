import type { Route } from "../findRoute.ts";
import { jsonResponse } from "../respond.ts";

/** Says that the handler is up. Asks nobody and nothing. */
export const healthRoute: Route = {
  path: "health",
  verb: "GET",
  open: true,
  answer: () => jsonResponse({ status: "ok" }),
};
