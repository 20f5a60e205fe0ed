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

/** Matches messages that only name Segmind's filter ("responsible AI"). The error's title says the same. */
const filterName = /\bRAI\b/;

/** Returns a message from the service or host, or undefined if the message is a default or meant for developers. */
export function userMessage({ code, message }: EaselError): string | undefined {
  const namesFilter = code === "content_blocked" && filterName.test(message);
  const isOwn = message !== errorTable[code].message && !forDevelopers.has(code) && !namesFilter;
  return isOwn ? message : undefined;
}
