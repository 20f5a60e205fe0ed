import { fileURLToPath } from "node:url";
import { createRequestListener } from "@remix-run/node-fetch-server";
import react from "@vitejs/plugin-react";
import { defineConfig, runnerImport, type Plugin } from "vite";
import { entryAliases } from "../../vite.config.ts";

/** Strict policy that allows nothing inline and nothing from other origins. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "worker-src 'self'",
].join("; ");

const file = (path: string) => fileURLToPath(new URL(path, import.meta.url));

type Playground = typeof import("../../.storybook/createPlayground.ts");

/** Serves the handler and the sandbox with the built page. */
function backend(): Plugin {
  return {
    name: "easel-csp-backend",
    async configurePreviewServer({ middlewares }) {
      const { module } = await runnerImport<Playground>(
        file("../../.storybook/createPlayground.ts"),
        { configFile: false, resolve: { alias: entryAliases } },
      );
      const listener = createRequestListener(module.createPlayground());
      middlewares.use((request, response, next) => {
        if (request.url?.startsWith("/api/easel")) listener(request, response);
        else next();
      });
    },
  };
}

function rendered(): Plugin {
  return {
    name: "easel-csp-rendered",
    async transformIndexHtml(html) {
      if (!html.includes("<!-- rendered -->")) return html;
      const { module } = await runnerImport<typeof import("./ServerPage.tsx")>(
        file("ServerPage.tsx"),
        { configFile: false, resolve: { alias: entryAliases } },
      );
      return html.replace("<!-- rendered -->", () => module.renderServerPage());
    },
  };
}

export default defineConfig({
  root: file("."),
  plugins: [react(), backend(), rendered()],
  resolve: { alias: entryAliases },
  build: {
    outDir: file("../../node_modules/.cache/csp"),
    emptyOutDir: true,
    rollupOptions: { input: [file("index.html"), file("server.html")] },
  },
  preview: { headers: { "content-security-policy": policy } },
});
