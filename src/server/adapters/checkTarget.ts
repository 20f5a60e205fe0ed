import type { IncomingMessage } from "node:http";
import { EaselError } from "../../protocol/EaselError.ts";
import { parseUrl } from "../http/parseUrl.ts";

/** Refuses a path that `URL` resolves to another (`..`, `%2e`, backslashes), which could bypass a guard before it. */
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
