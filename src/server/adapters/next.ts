type RouteHandler = (request: Request) => Promise<Response>;

/**
 * Returns the handlers to export from a route file in the Next.js App Router.
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
  // Next.js passes route parameters as a second argument, which the handler doesn't accept.
  const answer: RouteHandler = (request) => handler(request);
  return { GET: answer, POST: answer, HEAD: answer, OPTIONS: answer };
}
