import { createRequestListener } from "@remix-run/node-fetch-server";
import type { Plugin } from "vite";
import type { PlaygroundOptions } from "./createPlayground.ts";

type Fetch = (request: Request) => Promise<Response>;

interface Playground {
  createPlayground: (options: PlaygroundOptions) => Fetch;
}

const mounts = ["/api/easel", "/sandbox-files"];

/**
 * The playground's backend, on the very server that serves the stories: a real handler at /api/easel, in front of the
 * sandbox, or in front of Segmind itself when SEGMIND_API_KEY is set.
 */
export function playgroundBackend(): Plugin {
  return {
    name: "easel-playground-backend",
    configureServer(server) {
      // One for each name that the page is opened under, because pictures are addressed by it.
      const byOrigin = new Map<string, Fetch>();

      async function answer(request: Request): Promise<Response> {
        const { origin } = new URL(request.url);
        let fetch = byOrigin.get(origin);
        if (!fetch) {
          const { createPlayground } = (await server.ssrLoadModule(
            "/.storybook/createPlayground.ts",
          )) as Playground;
          const apiKey = process.env["SEGMIND_API_KEY"];
          fetch = createPlayground({ origin, apiKey, servesFiles: true });
          byOrigin.set(origin, fetch);
        }
        return fetch(request);
      }

      const listener = createRequestListener(answer);
      server.middlewares.use((request, response, next) => {
        const path = request.url ?? "";
        if (mounts.some((mount) => path.startsWith(mount))) listener(request, response);
        else next();
      });
    },
  };
}
