import { EaselError } from "../../protocol/EaselError.ts";
import type { Host } from "../handler/createHost.ts";

/** By then a proxy has noticed, or the next process listens. */
const retryMs = 2_000;

/**
 * Refuses to start what might not end before the process does. It has the code of a backend that isn't there, which the pages
 * of earlier versions know too.
 *
 * @throws EaselError `backend_unreachable`, not charged and safe to retry, once the handler begins to close
 */
export function refuseWhileClosing({ background }: Pick<Host, "background">): void {
  if (!background.isClosing) return;
  throw new EaselError("backend_unreachable", {
    message: "The app is restarting. Try again in a moment.",
    retryAt: Date.now() + retryMs,
  });
}
