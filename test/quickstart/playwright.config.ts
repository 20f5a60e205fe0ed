import { configure } from "../e2e/configure.ts";

/** Runs the files in docs/guide/getting-started.md as apps. Each test starts separate servers. */
export default await configure(
  { testDir: "test/quickstart", serve: () => "" },
  { webServer: [], globalSetup: "./globalSetup.mjs", testIgnore: "**/apps/**" },
);
