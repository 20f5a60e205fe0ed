import type { EaselError } from "../../protocol/EaselError.ts";
import { errorTable, type EaselErrorCode } from "../../protocol/errorTable.ts";

/** Codes whose messages are for the developer: they name options and addresses. The console has them. */
const forDevelopers = new Set<EaselErrorCode>([
  "backend_unreachable",
  "cross_site",
  "not_configured",
  "not_found",
]);

/** Returns what the service or the host said for users; undefined where the label of the code says it all. */
export function userMessage({ code, message }: EaselError): string | undefined {
  const isOwn = message !== errorTable[code].message && !forDevelopers.has(code);
  return isOwn ? message : undefined;
}
