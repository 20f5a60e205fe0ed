import type { IncomingMessage } from "node:http";
import { EaselError } from "../../protocol/EaselError.ts";
import { parseUrl } from "../http/parseUrl.ts";

/**
 * Checks that a request's URL has the path of its request line. `URL` resolves `..`, `%2e` and backslashes, so a path
 * could otherwise bypass a guard in front of the handler.
 *
 * @throws EaselError `not_found` for any other spelling of a path, `invalid_request` for a target or Host header that
 * isn't one
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
