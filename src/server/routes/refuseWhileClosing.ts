import { EaselError } from "../../protocol/EaselError.ts";
import type { Background } from "../timing/createBackground.ts";

const retryMs = 2_000;

/** @throws EaselError `backend_unreachable`, not charged and safe to retry, once the handler begins to close */
export function refuseWhileClosing({ isClosing }: Background): void {
  if (!isClosing) return;
  throw new EaselError("backend_unreachable", {
    message: "The app is restarting. Try again in a moment.",
    retryAt: Date.now() + retryMs,
  });
}
