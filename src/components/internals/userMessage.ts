import type { EaselError } from "../../protocol/EaselError.ts";
import { errorTable, type EaselErrorCode } from "../../protocol/errorTable.ts";

/** Codes whose messages are for developers. */
const forDevelopers = new Set<EaselErrorCode>([
  "backend_unreachable",
  "cross_site",
  "invalid_request",
  "method_not_allowed",
  "not_configured",
  "not_found",
  "not_json",
]);

/** Returns the message from the service or host if it says more than the code's label. */
export function userMessage({ code, message }: EaselError): string | undefined {
  const isOwn = message !== errorTable[code].message && !forDevelopers.has(code);
  return isOwn ? message : undefined;
}
