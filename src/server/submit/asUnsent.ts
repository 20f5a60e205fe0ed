import type { EaselError } from "../../protocol/EaselError.ts";

export function asUnsent(error: EaselError): EaselError {
  return error.with({ charged: "no", retry: error.retry === "unsafe" ? "safe" : error.retry });
}
