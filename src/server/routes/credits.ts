import { EaselError } from "../../protocol/index.ts";
import type { Route } from "../findRoute.ts";
import { jsonResponse } from "../respond.ts";
import { upstream } from "../upstream.ts";

/** What is left on the host's account, where the host shows it. */
export const creditsRoute: Route = {
  path: "credits",
  verb: "GET",
  async answer({ host, request }) {
    const { backend, options } = host;
    if (!options.expose?.credits || !backend.getCredits) throw new EaselError("not_found");
    const { signal } = request;
    const left = await upstream(host, "credits", async () => backend.getCredits?.({ signal }));
    return jsonResponse({ credits: left?.credits, "free-credits": left?.freeCredits });
  },
};
