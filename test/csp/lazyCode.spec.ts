import type { Page } from "@playwright/test";
import { expect, test } from "../e2e/test.ts";

// These tests load lazy code late or not at all.

const error = '[data-easel="job-error"]';
const watching = /\/assets\/watch-[^/]+\.js$/;
const http = /\/assets\/createHostClient-[^/]+\.js$/;

function countSubmits(page: Page): () => number {
  let submits = 0;
  page.on("request", (request) => {
    if (request.method() === "POST" && /\/v2\//.test(request.url())) submits += 1;
  });
  return () => submits;
}

const countStored = (page: Page) =>
  page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("easel:")).length);

async function generate(page: Page, prompt: string) {
  await page.getByLabel("Prompt", { exact: true }).fill(prompt);
  await page.getByRole("button", { name: "Generate", exact: true }).click();
}

const imageOf = (page: Page, prompt: string) =>
  page.locator('[data-easel="image-result-image"]').and(page.getByAltText(prompt));

/** Returns whether the browser caches a failed import until a reload, as Chromium 147 does. */
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

/** Delays a file. Returns a function that releases it. */
async function holdBack(page: Page, file: RegExp): Promise<() => void> {
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route(file, async (route) => {
    await released;
    await route.continue();
  });
  return () => release();
}

test("sends and charges nothing if the HTTP code fails to load, and one request after a retry", async ({
  page,
}) => {
  const submits = countSubmits(page);
  await page.route(http, (route) => route.abort());
  await page.goto("/");
  await generate(page, "a kite over the dunes");
  await expect(page.locator(error)).toContainText("Part of this app couldn’t be loaded.");
  await expect(page.locator(error)).toContainText("Not charged");
  await expect(page.locator(error)).toHaveAttribute("data-charged", "no");
  expect([submits(), await countStored(page)]).toEqual([0, 1]);

  const needsReload = await keepsFailedImports(page);
  await page.unroute(http);
  if (needsReload) await page.reload();
  await page.locator('[data-easel="job-error-retry"]').click();
  await expect(imageOf(page, "a kite over the dunes")).toBeVisible();
  expect([submits(), await countStored(page)]).toEqual([1, 2]);
});

test("sends an attempt once after the HTTP code loads late", async ({ page }) => {
  const submits = countSubmits(page);
  const release = await holdBack(page, http);
  await page.goto("/");
  await page.getByLabel("Prompt", { exact: true }).fill("a lamp in the fog");
  await page.getByRole("button", { name: "Generate", exact: true }).dblclick();
  const sending = page.getByRole("button", { name: "Sending…" });
  await expect(sending).toBeVisible();
  await sending.click({ force: true });
  expect([submits(), await countStored(page)]).toEqual([0, 1]);
  release();
  await expect(imageOf(page, "a lamp in the fog")).toBeVisible();
  expect([submits(), await countStored(page)]).toEqual([1, 1]);
});

test("sends a job once and shows its result after the watching code loads late", async ({
  page,
}) => {
  const submits = countSubmits(page);
  const release = await holdBack(page, watching);
  await page.goto("/");
  await generate(page, "a boat at dusk");
  await expect.poll(submits).toBe(1);
  await expect(page.locator('[data-easel="studio"]')).toHaveAttribute("data-status", "queued");
  release();
  await expect(imageOf(page, "a boat at dusk")).toBeVisible();
  expect([submits(), await countStored(page)]).toEqual([1, 1]);
});

test("shows the job on the next page without a submit if the watching code fails to load", async ({
  page,
}) => {
  const submits = countSubmits(page);
  await page.route(watching, (route) => route.abort());
  await page.goto("/");
  await generate(page, "a mill by the river");
  await expect(page.locator('[data-easel="studio"]')).toHaveAttribute("data-status", "queued");
  await page.unroute(watching);
  await page.reload();
  await expect(imageOf(page, "a mill by the river")).toBeVisible();
  expect([submits(), await countStored(page)]).toEqual([1, 1]);
});

test("shows an earlier page's result before the watching code loads", async ({ page }) => {
  const submits = countSubmits(page);
  await page.goto("/");
  await generate(page, "a bridge in the rain");
  await expect(imageOf(page, "a bridge in the rain")).toBeVisible();
  await page.route(watching, (route) => route.abort());
  await page.reload();
  await expect(imageOf(page, "a bridge in the rain")).toBeVisible();
  expect(submits()).toBe(1);
});

test("offers an image's actions even if the connection is lost while the job is pending", async ({
  page,
}) => {
  const release = await holdBack(page, /\/v2\/requests\//);
  await page.goto("/");
  await page.locator('[data-easel="prompt-form-submit"]').waitFor();
  const loaded = page.waitForResponse(/\/assets\/ImageActions-/);
  await generate(page, "a kite over the dunes");
  await (await loaded).finished();
  await page.route(/\/assets\/.*\.js$/, (route) => route.abort());
  release();
  await expect(imageOf(page, "a kite over the dunes")).toBeVisible();
  await expect(page.getByRole("button", { name: "More actions" })).toBeVisible();
});
