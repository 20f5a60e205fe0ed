type RouteHandler = (request: Request) => Promise<Response>;

/**
 * Creates the exports for a route file in the Next.js App Router.
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
  // Drops the second argument that Next.js passes.
  const answer: RouteHandler = (request) => handler(request);
  return { GET: answer, POST: answer, HEAD: answer, OPTIONS: answer };
}
