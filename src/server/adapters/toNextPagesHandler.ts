import type { IncomingMessage, ServerResponse } from "node:http";
import { toNodeListener, type NodeListenerOptions } from "./toNodeListener.ts";

/**
 * Creates an API route for the Next.js Pages Router. Disable Next.js's `bodyParser`, which limits request bodies to
 * 1 MB and reads images as text.
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
  // The promise resolves when the response closes, because Next.js then treats the request as finished.
  return (request, response) =>
    new Promise((resolve) => {
      response.once("close", resolve);
      listen(request, response);
    });
}
