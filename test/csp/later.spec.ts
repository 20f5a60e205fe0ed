import type { Page } from "@playwright/test";
import { expect, test } from "../e2e/test.ts";

// The page's code is in several files: what comes beside it may come late, or not at all.

const error = '[data-easel="job-error"]';
const parts = {
  "of a job's life": /\/assets\/engine-[^/]+\.js$/,
  "of the client's requests": /\/assets\/createHostClient-[^/]+\.js$/,
};

/** How often a run was sent. */
function countSubmits(page: Page): () => number {
  let submits = 0;
  page.on("request", (request) => {
    if (request.method() === "POST" && /\/v2\//.test(request.url())) submits += 1;
  });
  return () => submits;
}

const runsKept = (page: Page) =>
  page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("easel:")).length);

async function ask(page: Page, prompt: string) {
  await page.getByLabel("Prompt", { exact: true }).fill(prompt);
  await page.getByRole("button", { name: "Generate", exact: true }).click();
}

const pictureOf = (page: Page, prompt: string) =>
  page.locator('[data-easel="image-result-image"]').and(page.getByAltText(prompt));

/** Whether the browser keeps a failed import for the life of the page, so that only a reload helps. Chromium 147 does. */
async function keepsFailedImports(page: Page): Promise<boolean> {
  await page.route("/probe.js", (route) =>
    route.fulfill({ contentType: "text/javascript", body: "export {};" }),
  );
  await page.route("/probe.js", (route) => route.abort(), { times: 1 });
  return page.evaluate(async (probe) => {
    const load = () =>
      import(probe).then(
        () => true,
        () => false,
      );
    await load();
    return !(await load());
  }, "/probe.js");
}

for (const [name, file] of Object.entries(parts)) {
  test(`the code ${name} can't be had: nothing is sent, it says so, and it is asked for again`, async ({
    page,
  }) => {
    const submits = countSubmits(page);
    await page.route(file, (route) => route.abort());
    await page.goto("/");
    await ask(page, "a kite over the dunes");
    await expect(page.locator(error)).toContainText("could not be loaded");
    await expect(page.locator(error)).toContainText("Trying again is safe.");
    await expect(page.locator(error)).toHaveAttribute("data-charged", "no");
    expect([submits(), await runsKept(page)]).toEqual([0, 0]);

    if (await keepsFailedImports(page)) {
      await page.unroute(file);
      await page.reload();
      await ask(page, "a kite over the dunes");
    } else {
      const arrives = page.waitForEvent("requestfinished", {
        predicate: (request) => file.test(request.url()),
      });
      await page.unroute(file);
      await arrives;
      expect([submits(), await runsKept(page)]).toEqual([0, 0]);
      await page.locator('[data-easel="job-error-retry"]').click();
    }
    await expect(pictureOf(page, "a kite over the dunes")).toBeVisible();
    expect([submits(), await runsKept(page)]).toEqual([1, 1]);
  });

  test(`the code ${name} comes late: the run waits for it, and is sent once`, async ({ page }) => {
    const submits = countSubmits(page);
    let come = () => {};
    const late = new Promise<void>((resolve) => (come = resolve));
    await page.route(file, async (route) => {
      await late;
      await route.continue();
    });
    await page.goto("/");
    await page.getByLabel("Prompt", { exact: true }).fill("a lamp in the fog");
    await page.getByRole("button", { name: "Generate", exact: true }).dblclick();
    const sending = page.getByRole("button", { name: "Sending…" });
    await expect(sending).toBeVisible();
    await sending.click({ force: true });
    expect([submits(), await runsKept(page)]).toEqual([0, 0]);
    come();
    await expect(pictureOf(page, "a lamp in the fog")).toBeVisible();
    expect([submits(), await runsKept(page)]).toEqual([1, 1]);
  });
}

test("a run of an earlier page is seen again although the code comes late", async ({ page }) => {
  const submits = countSubmits(page);
  await page.goto("/");
  await ask(page, "a bridge in the rain");
  await expect(pictureOf(page, "a bridge in the rain")).toBeVisible();
  let come = () => {};
  const late = new Promise<void>((resolve) => (come = resolve));
  await page.route(parts["of a job's life"], async (route) => {
    await late;
    await route.continue();
  });
  await page.reload();
  await expect(page.locator('[data-easel="studio"]')).toHaveAttribute("data-status", "idle");
  come();
  await expect(pictureOf(page, "a bridge in the rain")).toBeVisible();
  expect(submits()).toBe(1);
});
