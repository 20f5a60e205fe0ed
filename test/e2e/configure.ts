import { fileURLToPath } from "node:url";
import { defineConfig, type PlaywrightTestConfig } from "@playwright/test";
import { findBrowser } from "../../scripts/browser.mjs";
import { findFreePort } from "../../scripts/findFreePort.mjs";

export interface E2eOptions {
  /** Folder of the tests, relative to the root. */
  readonly testDir: string;
  /** Returns the command that serves the pages, which runs in the root. */
  readonly serve: (port: number) => string;
  /** Path that responds once the pages are ready. @default "/" */
  readonly readyPath?: string;
  readonly env?: Record<string, string>;
}

const fromRoot = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** Creates a config for browser tests with one server on a free port. `overrides` are Playwright options. */
export async function configure(
  { testDir, serve, readyPath = "/", env = {} }: E2eOptions,
  overrides: PlaywrightTestConfig = {},
): Promise<PlaywrightTestConfig> {
  // Set in the environment, because workers also load the config and inherit the port.
  const port = Number((process.env["E2E_PORT"] ??= String(await findFreePort())));
  const baseURL = `http://localhost:${port}`;
  return defineConfig({
    testDir: fromRoot(testDir),
    outputDir: fromRoot(`node_modules/.cache/playwright/${testDir}`),
    reporter: [["list"], [fromRoot("test/report/playwrightReporter.ts")]],
    forbidOnly: !!process.env["CI"],
    workers: 1,
    // Long, because machines may be busy and no test measures time.
    timeout: 240_000,
    expect: { timeout: 60_000 },
    use: {
      baseURL,
      browserName: "chromium",
      launchOptions: { ...findBrowser(), args: ["--no-sandbox"] },
    },
    webServer: {
      command: serve(port),
      cwd: fromRoot("."),
      url: baseURL + readyPath,
      env,
      timeout: 300_000,
    },
    ...overrides,
  });
}
