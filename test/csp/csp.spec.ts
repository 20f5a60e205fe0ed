import type { Page } from "@playwright/test";
import { expect, test } from "../e2e/test.ts";

declare global {
  interface Window {
    violations: string[];
  }
}

const violationsOf = (page: Page) => page.evaluate(() => window.violations);

test.beforeEach(async ({ page }) => {
  await page.addInitScript(() => {
    window.violations = [];
    document.addEventListener("securitypolicyviolation", (event) => {
      window.violations.push(`${event.violatedDirective}: ${event.blockedURI} ${event.sample}`);
    });
  });
});

test("runs Studio with a policy without inline code", { tag: "@quick" }, async ({ page }) => {
  const failures: string[] = [];
  page.on("pageerror", (error) => failures.push(error.message));
  const answer = await page.goto("/");
  expect(answer?.headers()["content-security-policy"]).toContain("style-src 'self'");

  await test.step("lists", async () => {
    await page.locator('[data-easel="style-trigger"]').click();
    const anime = page.getByRole("option", { name: "Anime" }).first();
    await expect
      .poll(() => anime.locator("img").evaluate((image: HTMLImageElement) => image.naturalWidth))
      .toBeGreaterThan(0);
    await anime.click();
    await page.getByText("More settings").click();
    await page.locator('[data-easel="model-switch-select"]').selectOption({ index: 3 });
    await page.locator('[data-easel="combobox-toggle"]').first().click();
    await expect(page.getByRole("listbox")).toBeVisible();
    await page.keyboard.press("Escape");
  });

  await test.step("start image, prepared in the worker", async () => {
    const png = await page.evaluate(async () => {
      const canvas = new OffscreenCanvas(64, 64);
      canvas.getContext("2d")?.fillRect(0, 0, 64, 64);
      const blob = await canvas.convertToBlob();
      return Array.from(new Uint8Array(await blob.arrayBuffer()));
    });
    await page
      .locator('input[type="file"]')
      .first()
      .setInputFiles({ name: "a.png", mimeType: "image/png", buffer: Buffer.from(png) });
    await expect(page.locator('[data-easel="image-preview"]')).toBeVisible();
  });

  await test.step("generation and image actions", async () => {
    await page.locator('[data-easel="model-switch-select"]').selectOption({ index: 0 });
    await page.getByLabel("Prompt", { exact: true }).fill("a lighthouse at dusk");
    await page.getByRole("button", { name: "Generate", exact: true }).click();
    const resultImage = page.locator('[data-easel="image-result-image"]');
    await expect(resultImage).toHaveAttribute("alt", /lighthouse/);
    await expect
      .poll(() => resultImage.evaluate((image: HTMLImageElement) => image.naturalWidth))
      .toBeGreaterThan(0);
    await page.locator('[data-easel="image-result-zoom"]').click();
    const dialog = page.locator("dialog");
    await dialog.press("+");
    await page.keyboard.press("Escape");
    // Chromium dispatches `close` with the next frame. Until then, the closed dialog is mounted.
    await expect(dialog).toHaveCount(0);
    await page.keyboard.press("ControlOrMeta+/");
    await expect(dialog).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(dialog).toHaveCount(0);
    const download = page.waitForEvent("download");
    await page.locator('[data-easel="image-result-download"]').click();
    await (await download).delete();
    await page.getByRole("button", { name: /history/i }).click();
    await expect(page.locator('[data-easel="history-item"]')).toHaveCount(1);
  });

  expect(failures).toEqual([]);
  expect(await violationsOf(page)).toEqual([]);
});

test("enforces the policy, and counts blocked inline code", async ({ page }) => {
  await page.goto("/");
  await page.evaluate(() =>
    document.body.insertAdjacentHTML("beforeend", '<p style="color: red">inline</p>'),
  );
  await expect.poll(() => violationsOf(page)).toHaveLength(1);
});
