import { EaselError } from "../../protocol/EaselError.ts";
import type { HandlerCore } from "../core/createCore.ts";
import { jsonResponse } from "../http/respond.ts";
import { createCreditsReader } from "../jobs/createCreditsReader.ts";
import type { HandlerRoute } from "./handlerRoute.ts";

export function creditsRoute(core: HandlerCore): HandlerRoute {
  const readCredits = createCreditsReader(core);
  return {
    path: "credits",
    verb: "GET",
    async answer({ request }) {
      if (!core.showsCredits) throw new EaselError("not_found");
      const { credits, freeCredits } = await readCredits(request);
      return jsonResponse({ credits, "free-credits": freeCredits });
    },
  };
}
