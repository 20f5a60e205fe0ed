import { EaselError } from "../../protocol/EaselError.ts";
import type { HandlerRoute } from "../handler/findRoute.ts";
import { jsonResponse } from "../http/respond.ts";
import { askAlone } from "../jobs/askAlone.ts";
import { creditsQuestion } from "../jobs/creditsQuestion.ts";

/** What is left on the host's account, where the host shows it. */
export const creditsRoute: HandlerRoute = {
  path: "credits",
  verb: "GET",
  async answer({ host, request }) {
    const { backend, options } = host;
    if (!options.expose?.credits || !backend.getCredits) throw new EaselError("not_found");
    const { signal } = request;
    const question = creditsQuestion(host, signal);
    const { credits, freeCredits } =
      (await question.read()) ?? (await askAlone(host.store, "credits", signal, question));
    return jsonResponse({ credits, "free-credits": freeCredits });
  },
};
