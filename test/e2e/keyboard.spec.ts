import type { Page } from "@playwright/test";
import { expect, test } from "./test.ts";

/** Returns the focused element's name and part. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement as HTMLInputElement | null;
    return [
      element?.dataset["easel"],
      element?.dataset["control"],
      element?.getAttribute("aria-label"),
      element?.labels?.[0]?.textContent,
      element?.textContent?.slice(0, 40),
    ].join(" | ");
  });

/** Presses Tab until the focused element matches, at most as often as a page has elements. */
async function tabTo(page: Page, wanted: RegExp, key = "Tab"): Promise<void> {
  const passed: string[] = [];
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press(key);
    const now = await focused(page);
    if (wanted.test(now)) return;
    passed.push(now);
  }
  throw new Error(`Tab never came to ${wanted}. It passed:\n${passed.join("\n")}`);
}

test("supports model, prompt, style, scheduler, image and history by keyboard alone", async ({
  page,
}) => {
  await page.goto("/iframe.html?id=studio--default&viewMode=story");
  await page.locator('[data-easel="prompt-form-submit"]').waitFor();
  const part = (name: string) => page.locator(`[data-easel="${name}"]`);

  await test.step("prompt and model", async () => {
    await tabTo(page, /text-input/);
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.type("a quiet harbor");
    await tabTo(page, /model-switch-select/);
    const before = await part("model-switch-select").inputValue();
    await page.keyboard.press("ArrowDown");
    await expect(part("model-switch-select")).not.toHaveValue(before);
    await page.keyboard.press("ArrowUp");
    await expect(part("model-switch-select")).toHaveValue(before);
  });

  await test.step("style by name", async () => {
    await tabTo(page, /style-trigger/);
    await page.keyboard.press("Enter");
    await expect(part("style-search-input")).toBeFocused();
    await page.keyboard.type("anime");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await expect(part("style-trigger")).toBeFocused();
    await expect(part("style-trigger")).toContainText("Anime");
  });

  await test.step("scheduler in the collapsed settings", async () => {
    await tabTo(page, /prompt-form-advanced-toggle/);
    await page.keyboard.press("Enter");
    await tabTo(page, /\| Sampler/);
    const scheduler = page.locator(":focus");
    const before = await scheduler.inputValue();
    await page.keyboard.press("ArrowUp");
    await expect(scheduler).not.toHaveValue(before);
    await page.keyboard.press("ControlOrMeta+Enter");
    await expect(part("image-result-image")).toHaveAttribute("alt", /a quiet harbor/);
  });

  await test.step("zoom and download", async () => {
    await tabTo(page, /image-result-zoom/);
    await page.keyboard.press("Enter");
    await expect(part("zoom")).toBeVisible();
    await page.keyboard.press("+");
    await expect(part("zoom-frame")).toHaveAttribute("data-zoomed", "");
    await page.keyboard.press("Escape");
    await expect(part("zoom")).toBeHidden();
    await expect(part("image-result-zoom")).toBeFocused();
    await tabTo(page, /image-result-download/);
    const download = page.waitForEvent("download");
    await page.keyboard.press("Enter");
    expect((await download).suggestedFilename()).toMatch(/quiet-harbor/);
  });

  await test.step("favorite, deletion and undo in the history", async () => {
    await tabTo(page, /studio-action.*History/, "Shift+Tab");
    await page.keyboard.press("Enter");
    await expect(part("history-item")).toHaveCount(1);
    await tabTo(page, /history-open/);
    await page.keyboard.press("ArrowRight");
    await expect(part("history-favorite")).toBeFocused();
    await page.keyboard.press("Space");
    await expect(part("history-favorite")).toHaveAttribute("aria-pressed", "true");
    await page.keyboard.press("Delete");
    await expect(part("history-item")).toHaveCount(0);
    await page.keyboard.press("ControlOrMeta+z");
    await expect(part("history-item")).toHaveCount(1);
    await page.keyboard.press("Escape");
    await expect(part("history-item")).toHaveCount(0);
    expect(await focused(page)).toMatch(/studio-action.*History/);
  });
});
