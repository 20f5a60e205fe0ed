import type { IncomingMessage, ServerResponse } from "node:http";
import type { Handler } from "../handler/handler.ts";
import { toNodeListener, type NodeListenerOptions } from "./toNodeListener.ts";

type BodyParser = (request: unknown, body: unknown, done: (error: null) => void) => void;

type FastifyRoute = (
  request: { readonly raw: IncomingMessage },
  reply: { readonly raw: ServerResponse; hijack(): unknown },
) => void;

/** As much of Fastify's instance as is needed. */
interface FastifyScope {
  removeAllContentTypeParsers(): unknown;
  addContentTypeParser(contentType: string, parser: BodyParser): unknown;
  addHook(name: "preClose", hook: () => Promise<void>): unknown;
  all(path: string, route: FastifyRoute): unknown;
}

/**
 * The handler as a Fastify plugin: it answers everything below its prefix, which must be the handler's `basePath`. Within
 * the plugin no body is parsed and Fastify's `bodyLimit` does not count, the handler's own limits do. Hooks before the
 * route run; it answers past those behind it (`onSend`). `app.close()` closes the handler first.
 *
 * @example
 * app.register(toFastifyPlugin(handler), { prefix: "/api/easel" });
 */
export function toFastifyPlugin(
  handler: ((request: Request) => Promise<Response>) & Partial<Pick<Handler, "close">>,
  options: NodeListenerOptions = {},
): (scope: FastifyScope) => Promise<void> {
  const listen = toNodeListener(handler, options);
  return async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser("*", (_request, _body, done) => done(null));
    scope.addHook("preClose", async () => void (await handler.close?.()));
    scope.all("/*", (request, reply) => {
      reply.hijack();
      listen(request.raw, reply.raw);
    });
  };
}
