import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cells, type Cell } from "./cells.ts";
import { createTabPool } from "./createTabPool.ts";
import { expectedAfterGoneMidSubmit, expectedOf } from "./expected.ts";
import { printMatrix, writeMatrix } from "./printMatrix.ts";
import { runCell, type Seen } from "./runCell.ts";
import { startHost, type RunningHost } from "./startHost.ts";

const time = { factor: 10, since: Date.now() };
/** Timeout of a cell, in milliseconds of real time. */
const mostMs = 60_000;

let host: RunningHost;
const pool = createTabPool(time);
const outcomes = new Map<string, boolean>();

/** Rejects after `mostMs` with the state of the pages and the host, which is more informative than a timeout. */
async function withinTime<T>(ending: Promise<T>, describeState: () => Promise<string>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    const fail = (state: string) => reject(new Error(`The cell did not end.\n${state}`));
    timer = setTimeout(() => void describeState().then(fail, reject), mostMs);
  });
  return Promise.race([ending, late]).finally(() => clearTimeout(timer));
}

async function tryCell(cell: Cell): Promise<Seen | "died"> {
  const tabs = await pool.take();
  let hasEnded = false;
  try {
    await host.open(cell);
    const seen = await withinTime(runCell(tabs.pages, host, cell), async () =>
      [
        `messages: ${JSON.stringify(await tabs.pages[0].evaluate(() => window.matrix.messages))}`,
        `requests: ${JSON.stringify(await host.log(cell.id))}`,
        await tabs.pages[0].innerText("body"),
      ].join("\n"),
    );
    hasEnded = true;
    return seen;
  } catch (error) {
    if (tabs.haveDied()) return "died";
    throw error;
  } finally {
    await tabs.release(hasEnded).catch(() => undefined);
    await host.close(cell.id);
  }
}

/** Runs a cell. Runs it again in a new browser process if its process died. */
async function runInTabs(cell: Cell): Promise<Seen> {
  const seen = await tryCell(cell);
  if (seen !== "died") return seen;
  console.warn(`The browser process ended during ${cell.id}: running it once more in a new one.`);
  const again = await tryCell(cell);
  if (again === "died") throw new Error("The browser process ended twice.");
  return again;
}

const isCard = (line: string) => line.includes("harged.");
/** Removes the check button, which renders after the rest of the card. */
const plain = (line: string) => line.replace("[Check again] ", "");

beforeAll(async () => {
  host = await startHost(time);
}, 120_000);

afterAll(async () => {
  await pool.close();
  await host?.stop();
  console.log(printMatrix(cells, outcomes));
});

describe.concurrent("fault matrix", () => {
  for (const cell of cells) {
    const { id, step, fault, place, situation } = cell;
    test(`${step}, ${fault.name} (${place}), ${situation}`, async () => {
      const expected = expectedOf(place, step, fault.name);
      outcomes.set(id, false);
      const seen = await runInTabs(cell);
      expect(seen).toMatchObject({ submits: expected?.submits, paid: expected?.paid });
      const cards = [expected, expectedAfterGoneMidSubmit].map((one) => plain(one?.message ?? ""));
      expect(cards).toEqual(expect.arrayContaining(seen.messages.filter(isCard).map(plain)));
      outcomes.set(id, true);
    });
  }
});

test("matches docs/fault-matrix.md", async ({ skip }) => {
  if (outcomes.size < cells.length) skip();
  await expect(writeMatrix(cells, outcomes)).toMatchFileSnapshot("../../docs/fault-matrix.md");
});
