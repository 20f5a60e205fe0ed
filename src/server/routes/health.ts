import { EaselError } from "../../protocol/EaselError.ts";
import type { Report } from "../events/handlerEvent.ts";
import { jsonResponse } from "../http/respond.ts";
import type { StoreCheck } from "../stores/createStoreCheck.ts";
import type { Background } from "../timing/createBackground.ts";
import type { HandlerRoute } from "./handlerRoute.ts";

interface HealthContext {
  readonly background: Background;
  readonly report: Report;
  readonly storeCheck: StoreCheck;
}

/** Calls neither `authorize` nor the service. Succeeds while the store is down, because a restart wouldn't help. */
export const healthRoute = ({ background, report, storeCheck }: HealthContext): HandlerRoute => ({
  path: "health",
  verb: "GET",
  open: true,
  async answer() {
    refuseWhileClosing(background);
    await storeCheck
      .ensure()
      .catch((cause: unknown) => report({ type: "error", where: "store", cause }));
    return jsonResponse({ status: "ok", attempts: await storeCheck.attempts() });
  },
});

const retryMs = 2_000;

/** @throws EaselError `backend_unreachable`, not charged and safe to retry, once the handler begins to close */
export function refuseWhileClosing({ isClosing }: Background): void {
  if (!isClosing) return;
  throw new EaselError("backend_unreachable", {
    message: "The app is restarting. Try again in a moment.",
    retryAt: Date.now() + retryMs,
  });
}
