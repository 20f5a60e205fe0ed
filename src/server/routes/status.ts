import type { HandlerRoute } from "../handler/findRoute.ts";
import { answerJob } from "./answerJob.ts";

/** Where a job stands. */
export const statusRoute: HandlerRoute = {
  path: "v2/requests/:ticket/status",
  verb: "GET",
  answer: (visit) => answerJob(visit, "status"),
};
