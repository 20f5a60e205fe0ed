import { EaselError } from "../../protocol/EaselError.ts";
import type { Background } from "../timing/createBackground.ts";

/** By then a proxy has noticed, or the next process listens. */
const retryMs = 2_000;

/**
 * Refuses work that may not end before the process does. The code is one that browsers with an earlier version know too.
 *
 * @throws EaselError `backend_unreachable`, not charged and safe to retry, once the handler begins to close
 */
export function refuseWhileClosing({ isClosing }: Background): void {
  if (!isClosing) return;
  throw new EaselError("backend_unreachable", {
    message: "The app is restarting. Try again in a moment.",
    retryAt: Date.now() + retryMs,
  });
}
