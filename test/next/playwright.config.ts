import { configure } from "../e2e/configure.ts";

export default await configure({
  testDir: "test/next",
  serve: (port) => `node scripts/next.mjs ${port}`,
});
