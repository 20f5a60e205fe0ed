import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import pkg from "./package.json" with { type: "json" };

const installed = [...Object.keys(pkg.dependencies), ...Object.keys(pkg.peerDependencies)];

export default defineConfig({
  // The compiler targets React 18 too: its runtime is only built into React 19.
  plugins: [react()],
  publicDir: false,
  build: {
    target: "es2022",
    minify: false,
    sourcemap: true,
    emptyOutDir: true,
    cssCodeSplit: true,
    lib: {
      entry: {
        index: "src/index.ts",
        "models/index": "src/models/index.ts",
        "client/index": "src/client/index.ts",
        "server/index": "src/server/index.ts",
        "server/adapters/node": "src/server/adapters/node.ts",
        "server/adapters/next": "src/server/adapters/next.ts",
        "sandbox/index": "src/sandbox/index.ts",
        "testing/index": "src/testing/index.ts",
        styles: "src/styles/styles.css",
      },
      formats: ["es"],
    },
    rolldownOptions: {
      external: (id) =>
        id.startsWith("node:") ||
        installed.some((name) => id === name || id.startsWith(`${name}/`)),
      // One module in, one module out: "use client" stays on the modules that have it, and only there.
      output: { preserveModules: true, preserveModulesRoot: "src", entryFileNames: "[name].js" },
    },
  },
});
