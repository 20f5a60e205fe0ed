import { EaselError } from "../../protocol/EaselError.ts";
import type { AccountCredits } from "../backends/backend.ts";
import { jsonResponse } from "../http/respond.ts";
import type { HandlerRoute } from "./handlerRoute.ts";

interface CreditsRouteContext {
  readonly isExposed: boolean;
  readonly readCredits: (caller: { readonly signal: AbortSignal }) => Promise<AccountCredits>;
}

export const creditsRoute = ({ isExposed, readCredits }: CreditsRouteContext): HandlerRoute => ({
  path: "credits",
  verb: "GET",
  async answer({ request }) {
    if (!isExposed) throw new EaselError("not_found");
    const { credits, freeCredits } = await readCredits(request);
    return jsonResponse({ credits, "free-credits": freeCredits });
  },
});
