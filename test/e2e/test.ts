import { test as base } from "@playwright/test";
import { browserDeath } from "../report/browserDeath.ts";

export { expect } from "@playwright/test";

/** Slowdown factor for the browser's processor. */
const slowCpu = Number(process.env["SLOW_CPU"] ?? 1);

/** Playwright's `test`, extended to record whether the browser died. */
export const test = base.extend<{ noteBrowserDeath: undefined }>({
  page: async ({ page, context }, provide) => {
    const devTools = await context.newCDPSession(page);
    await devTools.send("Emulation.setCPUThrottlingRate", { rate: slowCpu });
    await provide(page);
  },
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
