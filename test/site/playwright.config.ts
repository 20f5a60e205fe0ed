import { configure } from "../e2e/configure.ts";

/**
 * The built playground on a static host. Its backend runs in the page, so it ends with a reload and sends no requests.
 */
export default await configure(
  {
    testDir: "test/e2e",
    serve: (port) =>
      `node node_modules/vite/bin/vite.js preview --outDir storybook-static --port ${port} --strictPort`,
    readyPath: "/iframe.html",
  },
  {
    testIgnore: "survival.spec.ts",
    grepInvert: /@server/,
    outputDir: "../../node_modules/.cache/playwright/test/site",
  },
);
