import type { IncomingMessage } from "node:http";
import { EaselError } from "../../protocol/EaselError.ts";
import { parseUrl } from "../http/parseUrl.ts";

/**
 * Refuses a URL whose path isn't that of the request line. `URL` resolves `..`, `%2e` and backslashes, which could
 * bypass a guard in front of the handler.
 */
export function checkTarget({ url: target, headers }: IncomingMessage, request: Request): void {
  const [path = ""] = target?.split("?", 1) ?? [];
  if (!path.startsWith("/")) {
    throw new EaselError("invalid_request", { message: "The request target isn't a path." });
  }
  if (new URL(`http://localhost${path}`).pathname !== path) throw new EaselError("not_found");
  const url = parseUrl(request.url);
  // A slash in a Host header would change the path, and `URL` drops tabs.
  if (url?.pathname !== path || headers.host?.includes("	")) {
    throw new EaselError("invalid_request", { message: "The Host header isn't a host." });
  }
}
