import { configure } from "../e2e/configure.ts";

/** Apps built over the packed package, with and without Tailwind. */
export default await configure(
  {
    testDir: "test/apps",
    serve: (port) => `node scripts/apps.mjs ${port}`,
    readyPath: "/vite/plain.html",
  },
  { testMatch: "*.spec.ts" },
);
