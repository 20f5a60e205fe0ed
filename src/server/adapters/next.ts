type RouteHandler = (request: Request) => Promise<Response>;

/**
 * The handler as exports of a route file of Next's App Router.
 *
 * @example
 * // app/api/easel/[...path]/route.ts
 * import { toNextHandlers } from "react-easel/server/next";
 * import { handler } from "@/easel";
 *
 * export const { GET, POST, HEAD, OPTIONS } = toNextHandlers(handler);
 */
export function toNextHandlers(
  handler: RouteHandler,
): Record<"GET" | "POST" | "HEAD" | "OPTIONS", RouteHandler> {
  // Next hands a second argument over, which the handler has no use for.
  const answer: RouteHandler = (request) => handler(request);
  return { GET: answer, POST: answer, HEAD: answer, OPTIONS: answer };
}
