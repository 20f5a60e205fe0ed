import type { EaselError } from "../../protocol/EaselError.ts";
import { errorTable, type EaselErrorCode } from "../../protocol/errorTable.ts";

/** Error codes whose messages are meant for developers. */
const forDevelopers = new Set<EaselErrorCode>([
  "backend_unreachable",
  "cross_site",
  "invalid_request",
  "method_not_allowed",
  "not_configured",
  "not_found",
  "not_json",
]);

/** Returns a message from the service or host, or undefined if the message is a default or meant for developers. */
export function userMessage({ code, message }: EaselError): string | undefined {
  const isOwn = message !== errorTable[code].message && !forDevelopers.has(code);
  return isOwn ? message : undefined;
}
