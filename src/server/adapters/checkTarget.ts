import { EaselError } from "../../protocol/index.ts";
import { parseUrl } from "../parseUrl.ts";

/** The host that srvx writes where the Host header is none. */
const invalidHost = "_invalid_";

/**
 * Checks that a request's URL has the path of its request line. A URL resolves `..`, `%2e` and backslashes, so a path could
 * otherwise reach a route past a guard that compared the path as it was sent.
 *
 * @param target the raw target of the request line
 * @throws EaselError `not_found` for any but the plain spelling of a path; `invalid_request` for a target that isn't a path,
 * and for a Host header that can't be a host
 */
export function checkTarget(target: string, request: Request): void {
  const [path = ""] = target.split("?", 1);
  if (!path.startsWith("/")) {
    throw new EaselError("invalid_request", { message: "The request target isn't a path." });
  }
  if (new URL(`http://localhost${path}`).pathname !== path) throw new EaselError("not_found");
  const url = parseUrl(request.url);
  // A Host header with a slash in it would change the path.
  if (url?.pathname !== path || url.hostname === invalidHost) {
    throw new EaselError("invalid_request", { message: "The Host header isn't a host." });
  }
}
