import type { BrowserContext, Page, Route } from "playwright";
import type { CellLog } from "./backend.ts";
import type { Cell } from "./cells.ts";
import { expectedAfterGoneMidSubmit, expectedOf, type Expected } from "./expected.ts";

export interface CellHost {
  readonly origin: string;
  readonly heal: (id: string) => Promise<unknown>;
  /** Releases the jobs that are waiting for the fault. */
  readonly release: (id: string) => Promise<unknown>;
  readonly log: (id: string) => Promise<CellLog>;
}

export interface Seen extends CellLog {
  readonly messages: readonly string[];
}

const untilLoaded = (page: Page) => page.evaluate(() => window.matrix.untilLoaded());

async function open(page: Page, { origin }: CellHost, { id, step }: Cell): Promise<void> {
  await page.goto(`${origin}/?cell=${id}${step === "events" ? "&events" : ""}`, {
    waitUntil: "domcontentloaded",
  });
  await untilLoaded(page);
}

const untilMessage = (page: Page, line: string) =>
  line === ""
    ? Promise.resolve()
    : page.evaluate((words) => window.matrix.untilMessage(words), line);

const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();

/** Waits longer than a double click takes, so that both clicks count. */
const aMoment = (page: Page) =>
  page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 700)));

async function act(page: Page, does: Expected["act"]): Promise<void> {
  if (does.startsWith("signs in")) await page.evaluate(() => window.matrix.signIn());
  await aMoment(page);
  if (does === "clicks Check again without success, then Send again") {
    await Promise.all([
      page.waitForResponse((response) => response.request().method() === "POST"),
      press(page, "Check again"),
    ]);
    await page
      .locator('[data-easel="job-progress"][data-status="unknown"]')
      .waitFor({ state: "attached" });
    await press(page, "Send again (may charge twice)");
    return;
  }
  const [, button] = /clicks (Check again|Try again|Generate)/.exec(does) ?? [];
  if (button !== undefined) await press(page, button);
}

const addressOf: Record<Cell["step"], RegExp> = {
  submit: /\/api\/v2\/[^/]+$/,
  status: /\/api\/v2\/requests\/[^/]+\/status$/,
  result: /\/api\/v2\/requests\/[^/]+$/,
  events: /\/api\/v2\/requests\/[^/]+\/events$/,
};

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Simulates faults inside the browser, which never reach the host. */
function createNetwork(context: BrowserContext, host: CellHost, { id, fault, step, place }: Cell) {
  const name = place === "way" ? fault.way?.[0] : undefined;
  let attempts = 0;
  let isHealed = false;
  const resolveName = (route: Route) => {
    attempts += 1;
    return isHealed ? route.continue() : route.abort("namenotresolved");
  };
  return {
    arm: async () => {
      if (name === "no-name") await context.route(addressOf[step], resolveName);
      if (name === "offline" && step === "submit") await context.setOffline(true);
    },
    /** Waits until the affected request is pending. */
    strike: async () => {
      if (name === "offline" && step === "submit") return;
      const isPending = async () => attempts > 0 || (await host.log(id)).struck > 0;
      while (!(await isPending())) await pause(10);
      if (name === "offline") await context.setOffline(true);
      await host.release(id);
    },
    heal: async () => {
      await host.heal(id);
      isHealed = true;
      if (name === "offline") await context.setOffline(false);
    },
    /** Ends the interception. A page that is still loading can lose requests. */
    disarm: () => context.unrouteAll(),
  };
}

/** Runs one cell until its image renders. A missing event blocks until the test's timeout. */
export async function runCell(
  pages: readonly [Page, Page],
  host: CellHost,
  cell: Cell,
): Promise<Seen> {
  const { step, situation, place, fault, id } = cell;
  const [page, other] = pages;
  const messages: string[] = [];
  const applyStatus = async (of: Page) =>
    messages.push(
      ...(await of.evaluate(() => window.matrix.messages)).filter(
        (line) => !messages.includes(line),
      ),
    );
  let expected = expectedOf(place, step, fault.name);
  if (!expected) throw new Error(`Nothing is expected of ${id}.`);

  const isTwo = situation === "two tabs";
  const network = createNetwork(page.context(), host, cell);
  await open(page, host, cell);
  if (isTwo) await open(other, host, cell);
  await network.arm();
  // While the page is offline, the button is disabled.
  if (expected.act !== "clicks Generate") await press(page, "Generate");
  if (situation === "hidden") await page.evaluate(() => window.matrix.setHidden(true));
  await network.strike();
  await untilMessage(page, expected.message);
  if (isTwo && expected.message !== "") await untilMessage(other, expected.message);

  if (situation === "reloaded") {
    await applyStatus(page);
    const isMidSubmit = step === "submit" && fault.way?.[0] === "slow" && place === "way";
    if (isMidSubmit) expected = expectedAfterGoneMidSubmit;
    const isOver = fault.name === "offline" && place === "way";
    if (isOver) await network.heal();
    await page.reload({ waitUntil: "domcontentloaded" });
    await untilLoaded(page);
    // Error cards reappear after a reload, but a failed poll's message doesn't.
    if (expected.message.includes("harged.")) await untilMessage(page, expected.message);
  }
  const isForGood = step === "events" && place === "way" && expected.message === "";
  if (!isForGood) await network.heal();
  const acting = isTwo ? other : page;
  const waits = !expected.act.includes("clicks");
  if (situation === "hidden" && !waits) await page.evaluate(() => window.matrix.setHidden(false));
  await act(acting, expected.act);
  await page.evaluate(() => window.matrix.untilImage());
  if (isTwo) await other.evaluate(() => window.matrix.untilImage());
  await applyStatus(page);
  if (isTwo) await applyStatus(other);
  if (isForGood) await network.heal();
  await network.disarm();
  return { ...(await host.log(id)), messages };
}
