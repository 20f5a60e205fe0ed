import type { HandlerRoute } from "../handler/findRoute.ts";
import { answerJob } from "./answerJob.ts";

/** The job with its pictures, once it is completed. */
export const resultRoute: HandlerRoute = {
  path: "v2/requests/:ticket",
  verb: "GET",
  answer: (visit) => answerJob(visit, "result"),
};
