import type { EaselError } from "../../protocol/EaselError.ts";

/** Returns the error for a submit that wasn't sent: not charged, and safe to retry unless it says otherwise. */
export function asUnsent(error: EaselError): EaselError {
  return error.with({ charged: "no", retry: error.retry === "unsafe" ? "safe" : error.retry });
}
