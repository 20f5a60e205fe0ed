import { configure } from "../e2e/configure.ts";

/** The files of docs/guide/getting-started.md, run as apps. Each test starts separate servers. */
export default await configure(
  { testDir: "test/quickstart", serve: () => "" },
  { webServer: [], globalSetup: "./globalSetup.mjs", testIgnore: "**/apps/**" },
);
