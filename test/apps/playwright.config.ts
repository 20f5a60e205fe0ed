import { configure } from "../e2e/configure.ts";

export default await configure(
  {
    testDir: "test/apps",
    serve: (port) => `node scripts/apps.mjs ${port}`,
    readyPath: "/vite/plain.html",
  },
  { testMatch: "*.spec.ts" },
);
