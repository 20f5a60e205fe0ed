import type { BrowserContext, Page, Request } from "@playwright/test";
import { expect, test } from "./test.ts";

const story = "/iframe.html?id=studio--default&viewMode=story";

/** Records all backend requests from a browser's pages. */
function watch(context: BrowserContext) {
  const requests: Request[] = [];
  context.on("request", (request) => void requests.push(request));
  const find = (method: string, path: RegExp) =>
    requests.filter((one) => one.method() === method && path.test(one.url()));
  const polls = () => find("GET", /\/v2\/requests\/[^/]+\/status$/);
  return {
    submits: () => find("POST", /\/v2\//).length,
    polls: () => polls().length,
    pollingPages: () => new Set(polls().map((request) => request.frame().page())).size,
    results: () => find("GET", /\/v2\/requests\/[^/]+$/).length,
  };
}

const open = (page: Page) => page.goto(story, { waitUntil: "domcontentloaded" });

async function generate(page: Page, prompt: string) {
  await page.getByLabel("Prompt", { exact: true }).fill(prompt);
  await page.getByRole("button", { name: "Generate" }).click();
}

/** Waits until the page has stored the job. Until then, its outcome is unknown. */
const isTaken = (page: Page) =>
  expect(page.locator('[data-easel="studio"]')).toHaveAttribute("data-status", /queued|processing/);

/** Holds all polls, so that the job stays pending on any machine. Returns a function that releases them. */
async function holdPolls(context: BrowserContext): Promise<() => void> {
  let letGo = () => {};
  const held = new Promise<void>((resolve) => (letGo = resolve));
  await context.route(/\/v2\/requests\//, async (route) => {
    await held;
    // Continuing fails if the page is closed.
    await route.continue().catch(() => undefined);
  });
  return letGo;
}

const imageOf = (page: Page, prompt: string) =>
  page.locator('[data-easel="image-result-image"]').and(page.getByAltText(prompt));

test("shows the image and charges once after a reload during a job", async ({ page, context }) => {
  const { submits } = watch(context);
  const letGo = await holdPolls(context);
  await open(page);
  await generate(page, "a heron in the reeds");
  await isTaken(page);
  await page.reload({ waitUntil: "domcontentloaded" });
  await isTaken(page);
  letGo();
  await expect(imageOf(page, "a heron in the reeds")).toBeVisible();
  expect(submits()).toBe(1);
});

test("restores an image after a reload without requests", async ({ page, context }) => {
  await open(page);
  await generate(page, "a paper boat");
  await expect(imageOf(page, "a paper boat")).toBeVisible();
  const { polls, results, submits } = watch(context);
  await page.reload({ waitUntil: "domcontentloaded" });
  await expect(imageOf(page, "a paper boat")).toBeVisible();
  expect([polls(), results(), submits()]).toEqual([0, 0, 0]);
});

test("marks a submit as unknown and sends nothing after the page closed during it", async ({
  page,
  context,
}) => {
  await open(page);
  await page.route("**/v2/*", () => new Promise<void>(() => {}));
  const sent = page.waitForRequest((request) => request.method() === "POST");
  await generate(page, "two foxes in the snow");
  await sent;
  const next = await context.newPage();
  await open(next);
  const studio = next.locator('[data-easel="studio"]');
  // The response may still arrive while the submitting page is open.
  await expect(studio).toHaveAttribute("data-status", "submitting");
  const { submits } = watch(context);
  await page.close();
  await expect(studio).toHaveAttribute("data-status", "unknown");
  await expect(next.getByRole("button", { name: /may charge twice/ })).toBeVisible();
  await expect(next.getByText("May have been charged")).toBeVisible();
  expect(submits()).toBe(0);
});

test("polls in one of three tabs, and shows the image in all", async ({ context }) => {
  const { submits, results, pollingPages } = watch(context);
  const pages: Page[] = [];
  for (let index = 0; index < 3; index++) {
    const page = await context.newPage();
    await open(page);
    await page.getByLabel("Prompt", { exact: true }).waitFor();
    pages.push(page);
  }
  const [first] = pages;
  if (!first) throw new Error("There is no tab.");
  await generate(first, "a lighthouse at dusk");
  for (const page of pages) {
    await expect(imageOf(page, "a lighthouse at dusk")).toBeVisible();
  }
  expect(submits()).toBe(1);
  expect(results()).toBe(1);
  expect(pollingPages()).toBe(1);
});

test("sends each click on Generate while other tabs submit, and shows each result in all tabs", async ({
  context,
}) => {
  const { submits } = watch(context);
  // Delays all responses until all tabs have submitted.
  let answer = () => {};
  const answered = new Promise<void>((resolve) => (answer = resolve));
  await context.route(
    (url) => /\/v2\/[^/]+$/.test(url.pathname),
    async (route) => {
      await answered;
      await route.continue();
    },
  );
  const prompts = ["a fox in the fog", "a bridge of ice", "a red kite"];
  const pages = await Promise.all(prompts.map(() => context.newPage()));
  for (const page of pages) {
    await open(page);
    await page.getByLabel("Prompt", { exact: true }).waitFor();
  }
  for (const [index, page] of pages.entries()) {
    const others = page.locator('[data-easel="studio"]');
    if (index > 0) await expect(others).toHaveAttribute("data-status", "submitting");
    await page.getByLabel("Prompt", { exact: true }).fill(prompts[index] ?? "");
    const sent = page.waitForRequest((request) => request.method() === "POST");
    await page.getByRole("button", { name: "Generate" }).dblclick();
    await sent;
    await expect(page.getByRole("button", { name: "Sending…" })).toBeVisible();
  }
  expect(submits()).toBe(prompts.length);
  answer();
  for (const page of pages) {
    for (const prompt of prompts) {
      const run = page.locator('[data-easel="studio-run"]').and(page.getByLabel(prompt));
      await expect(run).toHaveAttribute("data-status", "completed");
    }
  }
  expect(submits()).toBe(prompts.length);
});

test("polls in another tab after the polling tab closes", async ({ page, context }) => {
  const { submits } = watch(context);
  await open(page);
  const other = await context.newPage();
  await open(other);
  await other.getByLabel("Prompt", { exact: true }).waitFor();
  const letGo = await holdPolls(context);
  await generate(page, "an owl at noon");
  await isTaken(page);
  await page.close();
  letGo();
  await expect(imageOf(other, "an owl at noon")).toBeVisible();
  expect(submits()).toBe(1);
});

test("resumes automatically after the network returns during a job", async ({ page, context }) => {
  const { submits } = watch(context);
  const letGo = await holdPolls(context);
  await open(page);
  await generate(page, "a quiet harbor");
  await isTaken(page);
  await context.setOffline(true);
  letGo();
  await expect(page.locator('[data-easel="job-progress"]')).toHaveAttribute("data-trouble", "");
  await context.setOffline(false);
  await expect(imageOf(page, "a quiet harbor")).toBeVisible();
  expect(submits()).toBe(1);
});

test("stores jobs in IndexedDB if the app selects it", async ({ page }) => {
  const visit = async (write: boolean) => {
    await open(page);
    return page.evaluate(async (isFirst) => {
      const entry = "/src/exports/client.ts";
      const { createLedger, indexedDbStorage } = (await import(
        entry
      )) as typeof import("react-easel/client");
      const ledger = createLedger({ storage: indexedDbStorage() });
      const record = { attemptId: "a", modelId: "sdxl-torch", scope: "s", input: {} };
      if (isFirst) {
        await ledger.write({ ...record, startedAt: 1, submit: "unknown", detached: false });
      }
      await new Promise<void>((done) => {
        const check = () => ledger.list().length > 0 && done();
        ledger.subscribe(check);
        check();
      });
      return ledger.list().map(({ attemptId, submit }) => [attemptId, submit]);
    }, write);
  };
  expect(await visit(true)).toEqual([["a", "unknown"]]);
  expect(await visit(false)).toEqual([["a", "unknown"]]);
});
