import type { IncomingMessage, ServerResponse } from "node:http";
import { toNodeListener, type NodeListenerOptions } from "./toNodeListener.ts";

/**
 * The handler as an API route of Next's Pages Router. Give the file `bodyParser: false` as below: Next's own parser stops at
 * 1 MB and takes a picture for text.
 *
 * @example
 * // pages/api/easel/[...path].ts
 * import { toNextPagesHandler } from "react-easel/server/node";
 * import { handler } from "@/easel";
 *
 * export const config = { api: { bodyParser: false, externalResolver: true } };
 * export default toNextPagesHandler(handler);
 */
export function toNextPagesHandler(
  handler: (request: Request) => Promise<Response>,
  options: NodeListenerOptions = {},
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const listen = toNodeListener(handler, options);
  // Next takes a route for ended when its promise is.
  return (request, response) =>
    new Promise((resolve) => {
      response.once("close", resolve);
      listen(request, response);
    });
}
