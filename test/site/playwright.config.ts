import { configure } from "../e2e/configure.ts";

/**
 * Tests the built playground on a static host. Its backend runs in the page, so a reload ends it. It sends no requests.
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
