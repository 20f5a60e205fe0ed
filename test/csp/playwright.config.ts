import { configure } from "../e2e/configure.ts";

const vite = "node node_modules/vite/bin/vite.js";

/** Tests an app's page, built and served with a strict content security policy. */
export default await configure({
  testDir: "test/csp",
  serve: (port) =>
    `${vite} build -c test/csp/vite.config.ts --logLevel warn && ${vite} preview -c test/csp/vite.config.ts --port ${port} --strictPort`,
});
