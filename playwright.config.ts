import { configure } from "./test/e2e/configure.ts";

/** The playground's dev server: a real handler, over HTTP. */
export default await configure(
  {
    testDir: "test/e2e",
    serve: (port) =>
      `node node_modules/storybook/dist/bin/dispatcher.js dev --port=${port} --exact-port --ci --no-open --no-version-updates --disable-telemetry`,
    readyPath: "/iframe.html",
    env: { SEGMIND_API_KEY: "" },
  },
  { testIgnore: "docs.spec.ts" },
);
