import type { IncomingMessage, ServerResponse } from "node:http";
import type { Handler } from "../handler/handler.ts";
import { toNodeListener, type NodeListenerOptions } from "./toNodeListener.ts";

type BodyParser = (request: unknown, body: unknown, done: (error: null) => void) => void;

type FastifyRoute = (
  request: { readonly raw: IncomingMessage },
  reply: { readonly raw: ServerResponse; hijack(): unknown },
) => void;

interface FastifyScope {
  removeAllContentTypeParsers(): unknown;
  addContentTypeParser(contentType: string, parser: BodyParser): unknown;
  addHook(name: "preClose", hook: () => Promise<void>): unknown;
  all(path: string, route: FastifyRoute): unknown;
}

/**
 * Creates a Fastify plugin. Register the plugin with the handler's `basePath` as the prefix. Body parsers, `bodyLimit`,
 * and `onSend` hooks don't apply to the plugin's routes. `app.close()` also closes the handler.
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
