import { createRequestListener } from "@remix-run/node-fetch-server";
import type { Plugin } from "vite";

type Playground = typeof import("./createPlayground.ts");

/**
 * Serves a real handler at /api/easel on the dev server. The handler calls the sandbox, or Segmind if SEGMIND_API_KEY
 * is set.
 */
export function playgroundBackend(): Plugin {
  return {
    name: "easel-playground-backend",
    configureServer(server) {
      let handler: Promise<ReturnType<Playground["createPlayground"]>> | undefined;

      async function load() {
        const module = await server.ssrLoadModule("/.storybook/createPlayground.ts");
        return (module as Playground).createPlayground(process.env["SEGMIND_API_KEY"]);
      }

      // An open event stream would keep the process alive.
      for (const signal of ["SIGTERM", "SIGINT"] as const) {
        process.once(signal, () => {
          void Promise.resolve(handler)
            .then((running) => running?.close())
            .finally(() => process.exit());
        });
      }

      const listener = createRequestListener(async (request) =>
        (await (handler ??= load()))(request),
      );
      server.middlewares.use((request, response, next) => {
        if (request.url?.startsWith("/api/easel")) listener(request, response);
        else next();
      });
    },
  };
}
