import { EaselError } from "../../protocol/EaselError.ts";
import type { Host } from "../handler/createHost.ts";
import type { HandlerEvent } from "./handlerEvent.ts";

type Where = Extract<HandlerEvent, { readonly type: "error" }>["where"];

/** Returns an EaselError as it is. Reports anything else, and returns `internal` for it. */
export function toEaselError(
  { report }: Pick<Host, "report">,
  where: Where,
  thrown: unknown,
): EaselError {
  if (EaselError.is(thrown)) return thrown;
  report({ type: "error", where, cause: thrown });
  return new EaselError("internal", { cause: thrown });
}

/** Returns the error for a submit that wasn't sent: not charged, and safe to retry unless it says otherwise. */
export function asUnsent(error: EaselError): EaselError {
  return error.with({ charged: "no", retry: error.retry === "unsafe" ? "safe" : error.retry });
}
