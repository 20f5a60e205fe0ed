import { EaselError } from "../../protocol/EaselError.ts";
import type { HandlerCore } from "../core/createCore.ts";
import { jsonResponse } from "../http/respond.ts";
import { tryStore } from "../stores/tryStore.ts";
import type { Background } from "../timing/createBackground.ts";
import type { HandlerRoute } from "./handlerRoute.ts";

/** Creates the health route. Calls neither `authorize` nor the service. Ignores store failures: restarts don't help. */
export const healthRoute = ({
  background,
  report,
  storeCheck,
}: Pick<HandlerCore, "background" | "report" | "storeCheck">): HandlerRoute => ({
  path: "health",
  verb: "GET",
  open: true,
  async answer() {
    refuseWhileClosing(background);
    await tryStore(report, storeCheck.ensure);
    return jsonResponse({ status: "ok", attempts: await storeCheck.attempts() });
  },
});

const retryMs = 2_000;

export function refuseWhileClosing(background: Background): void {
  if (!background.isClosing) return;
  throw new EaselError("backend_unreachable", {
    message: "The app is restarting. Try again in a moment.",
    retryAt: Date.now() + retryMs,
  });
}
