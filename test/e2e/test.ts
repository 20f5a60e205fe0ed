import { test as base } from "@playwright/test";
import { browserDeath } from "../report/browserDeath.ts";

export { expect } from "@playwright/test";

/** Playwright's `test`, which also notes on each test whether its browser died. */
export const test = base.extend<{ noteBrowserDeath: undefined }>({
  noteBrowserDeath: [
    async ({ browser }, use, { annotations }) => {
      const note = () => void annotations.push({ type: browserDeath });
      if (!browser.isConnected()) note();
      browser.on("disconnected", note);
      await use(undefined);
      browser.off("disconnected", note);
    },
    { auto: true },
  ],
});
