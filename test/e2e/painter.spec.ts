import type { Page } from "@playwright/test";
import { expect, test } from "./test.ts";

const story = "/iframe.html?id=studio--default&viewMode=story&globals=backend:page";

async function generate(page: Page): Promise<void> {
  await page.goto(story);
  await page.getByLabel("Prompt", { exact: true }).fill("a paper lantern in the fog");
  await page.getByRole("button", { name: "Generate" }).click();
  const image = page.locator('[data-easel="image-result-image"]');
  await expect(image).toHaveAttribute("alt", /paper lantern/);
  await expect(image).toHaveJSProperty("naturalWidth", 1024);
}

test("paints images in a worker", async ({ page }) => {
  const workers: string[] = [];
  page.on("worker", (worker) => workers.push(worker.url()));
  await generate(page);
  expect(workers.filter((url) => url.includes("paintWorker"))).not.toEqual([]);
});

test("paints images in the page if there are no workers", async ({ page }) => {
  await page.addInitScript(() => Reflect.deleteProperty(globalThis, "Worker"));
  await generate(page);
});
