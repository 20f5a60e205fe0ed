import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { launch } from "puppeteer-core";
import { inject, test as base } from "vitest";
import { findFirefox } from "../../scripts/firefox.mjs";
import { noteDeath } from "../report/browserDeath.ts";
import { recordFetches } from "./recordFetches.ts";

/** Preferences that turn off background requests, for machines without a network. */
const quietPrefs = {
  "app.normandy.enabled": false,
  "app.update.enabled": false,
  "browser.region.network.url": "",
  "browser.safebrowsing.provider.google4.updateURL": "",
  "browser.safebrowsing.provider.mozilla.updateURL": "",
  "datareporting.usage.uploadEnabled": false,
  "dom.push.connection.enabled": false,
  "network.captive-portal-service.enabled": false,
  "network.connectivity-service.enabled": false,
  "services.settings.server": "data:,#remote-settings-dummy/v1",
  "toolkit.telemetry.server": "",
};

/**
 * Test in an unmodified Firefox. `page` is a tab with separate storage, `errors` are console and script errors, and
 * `downloads` is the download folder.
 */
export const test = base
  // oxlint-disable-next-line eslint/no-empty-pattern -- Vitest reads dependencies from the pattern
  .extend("downloads", { scope: "worker" }, async ({}, { onCleanup }) => {
    const folder = await mkdtemp(join(tmpdir(), "easel-downloads-"));
    onCleanup(() => rm(folder, { recursive: true, force: true }));
    return folder;
  })
  .extend("browser", { scope: "worker" }, async ({ downloads }, { onCleanup }) => {
    const browser = await launch({
      browser: "firefox",
      executablePath: findFirefox() ?? "firefox",
      headless: true,
      // Otherwise, Firefox ignores `services.settings.server`.
      env: { ...process.env, MOZ_REMOTE_SETTINGS_DEVTOOLS: "1" },
      networkEnabled: false,
      defaultViewport: { width: 1280, height: 800 },
      extraPrefsFirefox: {
        ...quietPrefs,
        "browser.download.folderList": 2,
        "browser.download.dir": downloads,
      },
    });
    onCleanup(() => browser.close());
    return browser;
  })
  .extend("page", async ({ browser, task }, { onCleanup }) => {
    const context = await noteDeath(task, browser.createBrowserContext());
    onCleanup(async () => {
      // Reads cookies, because that fails if the browser has ended and closing a context doesn't.
      await noteDeath(task, context.cookies());
      await context.close();
    });
    const page = await context.newPage();
    page.setDefaultTimeout(60_000);
    await recordFetches(page);
    return page;
  })
  .extend("errors", ({ page }) => {
    const errors: string[] = [];
    page.on("pageerror", (error) => errors.push(String(error)));
    page.on("console", (message) => {
      if (message.type() === "error") errors.push(message.text());
    });
    return errors;
  });

export const storyUrl = (id: string, globals = ""): string =>
  `${inject("storybookUrl")}/iframe.html?id=${id}&viewMode=story&globals=${globals}`;
