import { EaselError } from "../../protocol/EaselError.ts";
import type { ErrorSource, Report } from "./handlerEvent.ts";

export function toEaselError(report: Report, where: ErrorSource, thrown: unknown): EaselError {
  if (EaselError.is(thrown)) return thrown;
  report({ type: "error", where, cause: thrown });
  return new EaselError("internal", { cause: thrown });
}
