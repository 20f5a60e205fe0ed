import type { Page } from "puppeteer-core";

const submitsKey = "test:submits";
const holdKey = "test:hold-polls";

/** Wraps `fetch`. Runs in each document before its scripts. The data is per tab and survives a reload. */
function wrapFetch(submits: string, hold: string): void {
  const send = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    const { method, url } = input instanceof Request ? input : new Request(input, init);
    if (method === "POST" && url.includes("/v2/")) {
      sessionStorage.setItem(submits, String(Number(sessionStorage.getItem(submits)) + 1));
    }
    while (url.includes("/v2/requests/") && sessionStorage.getItem(hold)) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return send(input, init);
  };
}

/** Counts submits in the page, because network events for each module would double the load time. */
export const recordFetches = (page: Page) =>
  page.evaluateOnNewDocument(wrapFetch, submitsKey, holdKey);

/** Returns the number of submitted jobs, before and after reloads. */
export const countSubmits = (page: Page): Promise<number> =>
  page.evaluate((key) => Number(sessionStorage.getItem(key)), submitsKey);

/** Holds polls until `releasePolls` is called, so that jobs stay pending. */
export const holdPolls = (page: Page): Promise<void> =>
  page.evaluate((key) => sessionStorage.setItem(key, "yes"), holdKey);

export const releasePolls = (page: Page): Promise<void> =>
  page.evaluate((key) => sessionStorage.removeItem(key), holdKey);
