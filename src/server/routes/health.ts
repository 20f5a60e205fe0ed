import type { HandlerRoute } from "../handler/findRoute.ts";
import { jsonResponse } from "../http/respond.ts";
import { refuseWhileClosing } from "./refuseWhileClosing.ts";

/**
 * Returns that the handler is up and has its secret and key, and whether attempts are kept; without secret or key it is
 * `not_configured`. The service isn't called. A store that is down doesn't fail it: restarts wouldn't help.
 */
export const healthRoute: HandlerRoute = {
  path: "health",
  verb: "GET",
  open: true,
  async answer({ host }) {
    refuseWhileClosing(host);
    const { storeCheck, report } = host;
    await storeCheck
      .ensure()
      .catch((cause: unknown) => report({ type: "error", where: "store", cause }));
    return jsonResponse({ status: "ok", attempts: await storeCheck.attempts() });
  },
};
