import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Files } from "./readFiles.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const json = (value: unknown): string => JSON.stringify(value, undefined, 2);

/** Relevant files from `create-next-app`. Packages are resolved from the root. */
export const nextTemplate: Files = {
  "package.json": json({ name: "my-app", private: true }),
  "next.config.mjs": `export default ${json({ cacheComponents: true, partialPrefetching: true, turbopack: { root } })};\n`,
  "tsconfig.json": readFileSync(`${root}examples/next/tsconfig.json`, "utf8"),
  "app/globals.css": "body { font-family: Arial, Helvetica, sans-serif; }\n",
  "app/icon.svg": readFileSync(`${root}examples/next/app/icon.svg`, "utf8"),
};

export const viteTemplate: Files = {
  "package.json": json({ name: "my-app", private: true, type: "module" }),
  "index.html": `<!doctype html>
<html lang="en">
  <head>
    <meta charset="UTF-8" />
    <link rel="icon" href="data:," />
    <title>my-app</title>
  </head>
  <body>
    <div id="root"></div>
    <script type="module" src="/src/main.tsx"></script>
  </body>
</html>
`,
  "src/index.css":
    ":root { color-scheme: light dark; } body { margin: 0; } #root { text-align: center; } p { margin: 0; }\n",
  "src/main.tsx": `import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import "./index.css";
import App from "./App.tsx";

createRoot(document.getElementById("root")!).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
`,
};

export const reactRouterTemplate: Files = {
  "package.json": json({
    name: "my-app",
    private: true,
    type: "module",
    dependencies: { "@react-router/node": "*", isbot: "*" },
  }),
  "react-router.config.ts": "export default { ssr: true };\n",
  "vite.config.ts": `import { reactRouter } from "@react-router/dev/vite";
import { defineConfig } from "vite";

export default defineConfig({
  plugins: [reactRouter()],
  // Packages are in a parent folder.
  server: { fs: { allow: [${json(root)}] } },
  // Vite would discover it with the first page, and reload that.
  optimizeDeps: { include: ["react-easel"] },
});
`,
  "app/root.tsx": `import { Links, Meta, Outlet, Scripts, ScrollRestoration } from "react-router";
import type { ReactNode } from "react";

export function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <link rel="icon" href="data:," />
        <Meta />
        <Links />
      </head>
      <body>
        {children}
        <ScrollRestoration />
        <Scripts />
      </body>
    </html>
  );
}

export default function App() {
  return <Outlet />;
}
`,
};
