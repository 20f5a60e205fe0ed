import { chromium, type Browser, type Page } from "playwright";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findBrowser } from "../../scripts/browser.mjs";
import { cells } from "./cells.ts";
import { expectedAfterGoneMidSubmit, expectedOf } from "./expected.ts";
import { fastTime } from "./fastTime.ts";
import { printMatrix, writeMatrix } from "./printMatrix.ts";
import { runCell } from "./runCell.ts";
import { startHost, type RunningHost } from "./startHost.ts";

const time = { factor: 10, since: Date.now() };
/** Of real time. */
const mostMs = 60_000;

let host: RunningHost;
let browser: Browser;
const free: (readonly [Page, Page])[] = [];
const outcomes = new Map<string, boolean>();

/** Two tabs of a browser of their own. Cells use them one after the other, each under its own address and user. */
async function openTabs(): Promise<readonly [Page, Page]> {
  const context = await browser.newContext();
  await context.addInitScript(fastTime, time);
  return [await context.newPage(), await context.newPage()];
}

/** What is known of a cell that does not come to its end tells more than that its time is up. */
async function withinTime<T>(ending: Promise<T>, describeStand: () => Promise<string>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    const fail = (stand: string) =>
      reject(new Error(`The cell does not come to its end.\n${stand}`));
    timer = setTimeout(() => void describeStand().then(fail, reject), mostMs);
  });
  return Promise.race([ending, late]).finally(() => clearTimeout(timer));
}

const isCard = (line: string) => line.includes("harged.");
/** Whether it may be checked on is known a moment later than the rest of the card. */
const plain = (line: string) => line.replace("[Check again] ", "");

beforeAll(async () => {
  host = await startHost(time);
  browser = await chromium.launch({ ...findBrowser(), args: ["--no-sandbox"] });
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await host?.stop();
  console.log(printMatrix(cells, outcomes));
});

describe.concurrent("fault matrix", () => {
  for (const cell of cells) {
    const { id, step, fault, place, situation } = cell;
    test(`${step}, ${fault.name} (${place}), ${situation}`, async () => {
      const expected = expectedOf(place, step, fault.name);
      outcomes.set(id, false);
      const tabs = free.pop() ?? (await openTabs());
      await host.open(cell);
      const seen = await withinTime(runCell(tabs, host, cell), async () =>
        [
          `told: ${JSON.stringify(await tabs[0].evaluate(() => window.matrix.told))}`,
          `requests: ${JSON.stringify(await host.log(id))}`,
          await tabs[0].innerText("body"),
        ].join("\n"),
      );
      free.push(tabs);
      await host.close(id);
      expect(seen).toMatchObject({ submits: expected?.submits, paid: expected?.paid });
      const cards = [expected, expectedAfterGoneMidSubmit].map((one) => plain(one?.told ?? ""));
      expect(cards).toEqual(expect.arrayContaining(seen.told.filter(isCard).map(plain)));
      outcomes.set(id, true);
    });
  }
});

test("docs/fault-matrix.md tells what was seen", async ({ skip }) => {
  if (outcomes.size < cells.length) skip();
  await expect(writeMatrix(cells, outcomes)).toMatchFileSnapshot("../../docs/fault-matrix.md");
});
