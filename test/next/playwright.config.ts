import { configure } from "../e2e/configure.ts";

/** The Next example over the packed package. */
export default await configure({
  testDir: "test/next",
  serve: (port) => `node scripts/next.mjs ${port}`,
});
