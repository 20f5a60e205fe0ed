import { chromium, type Browser, type Page } from "playwright";
import { findBrowser } from "../../scripts/browser.mjs";
import { fastTime, type FastTime } from "./fastTime.ts";

export type TwoPages = readonly [Page, Page];

export interface Tabs {
  readonly pages: TwoPages;
  /** Returns whether the browser process or one of the pages has ended. */
  readonly haveDied: () => boolean;
  /** Returns the tabs to the pool, or closes them if they aren't reusable. */
  readonly release: (isReusable: boolean) => Promise<void>;
}

interface Process {
  readonly browser: Promise<Browser>;
  readonly free: TwoPages[];
  hasDied: boolean;
  uses: number;
  held: number;
}

/** Number of cells per browser process. Limits its memory use and the cost of a crash. */
const usesPerProcess = 80;

/** Provides tabs in short-lived browser processes whose pages run in fast time. */
export function createTabPool(time: FastTime) {
  const crashed = new WeakSet<Page>();
  const running = new Set<Process>();
  let current: Process | undefined;

  function start(): Process {
    const browser = chromium.launch({ ...findBrowser(), args: ["--no-sandbox"] });
    const process: Process = { browser, free: [], hasDied: false, uses: 0, held: 0 };
    void browser.then((launched) =>
      launched.on("disconnected", () => {
        process.hasDied = true;
      }),
    );
    running.add(process);
    return process;
  }

  async function openTabs(browser: Browser): Promise<TwoPages> {
    const context = await browser.newContext();
    await context.addInitScript(fastTime, time);
    const pages = [await context.newPage(), await context.newPage()] as const;
    for (const page of pages) page.on("crash", () => crashed.add(page));
    return pages;
  }

  async function end(process: Process): Promise<void> {
    running.delete(process);
    await (await process.browser).close();
  }

  async function take(): Promise<Tabs> {
    if (!current || current.hasDied || current.uses === usesPerProcess) current = start();
    const process = current;
    process.uses += 1;
    process.held += 1;
    let pages: TwoPages;
    try {
      pages = process.free.pop() ?? (await openTabs(await process.browser));
    } catch (error) {
      if (process.hasDied) return take();
      throw error;
    }
    return {
      pages,
      haveDied: () => process.hasDied || pages.some((page) => crashed.has(page)),
      async release(isReusable) {
        process.held -= 1;
        if (isReusable) process.free.push(pages);
        else await pages[0].context().close();
        if (process.held === 0 && process.uses === usesPerProcess) await end(process);
      },
    };
  }

  return { take, close: () => Promise.all(Array.from(running, end)) };
}
