import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { en } from "react-easel/labels";
import { expect } from "vitest";
import { test } from "./firefoxTest.ts";
import { countSubmits, holdPolls, releasePolls } from "./recordFetches.ts";
import {
  button,
  countOf,
  expectImage,
  focusedPart,
  generate,
  openStudio,
  part,
  prompt,
  read,
} from "./studioPage.ts";

test("turns a prompt into an image with one request", async ({ page, errors }) => {
  await openStudio(page);
  await generate(page, "a red panda in a bar");
  await expectImage(page, "a red panda in a bar");
  expect(await countSubmits(page)).toBe(1);
  expect(errors).toEqual([]);
});

test("submits once for a double click and a reload while the job is pending", async ({ page }) => {
  await openStudio(page);
  await page.locator(prompt).fill("a heron in the reeds");
  await holdPolls(page);
  const isPending = () =>
    expect.poll(() => read(page, part("studio"), "data-status")).toMatch(/queued|processing/);

  await page.locator(button(en.form.generate)).click({ count: 2 });
  await isPending();
  await page.reload({ waitUntil: "domcontentloaded" });
  await isPending();
  await releasePolls(page);
  await expectImage(page, "a heron in the reeds");
  expect(await countSubmits(page)).toBe(1);
});

test("zooms by keyboard and returns the focus", async ({ page }) => {
  await openStudio(page);
  await generate(page, "a lighthouse at dusk");
  await expectImage(page, "a lighthouse at dusk");
  await page.locator(part("image-result-zoom")).wait();
  await page.focus(part("image-result-zoom"));
  await page.keyboard.press("Enter");
  await expect.poll(() => read(page, part("zoom"), "open")).toBe(true);
  await page.keyboard.press("Escape");
  await expect.poll(() => countOf(page, part("zoom"))).toBe(0);
  await expect.poll(() => focusedPart(page)).toBe("image-result-zoom");
});

test("downloads the image as a PNG named after its prompt", async ({ page, downloads }) => {
  await openStudio(page);
  await generate(page, "a quiet harbor");
  await expectImage(page, "a quiet harbor");
  await page.locator(part("image-result-download")).click();
  const find = async () =>
    (await readdir(downloads)).find((name) => /quiet-harbor.*\.png$/.test(name)) ?? "";
  await expect
    .poll(async () => (await readFile(join(downloads, await find()))).subarray(1, 4).toString())
    .toBe("PNG");
});

test("marks a favorite, deletes it and restores it in the history", async ({ page }) => {
  await openStudio(page);
  await generate(page, "a paper boat");
  await expectImage(page, "a paper boat");
  await page.locator(button(en.studio.history)).click();
  await expect.poll(() => countOf(page, part("history-item"))).toBe(1);

  await page.locator(part("history-favorite")).click();
  await expect.poll(() => read(page, part("history-favorite"), "aria-pressed")).toBe("true");
  await page.keyboard.press("Delete");
  await expect.poll(() => countOf(page, part("history-item"))).toBe(0);
  await page.locator(button(en.history.undo)).click();
  await expect.poll(() => countOf(page, part("history-item"))).toBe(1);

  await page.focus(part("history-open"));
  await page.keyboard.press("Delete");
  await expect.poll(() => countOf(page, part("history-item"))).toBe(0);
  await page.keyboard.down("Control");
  await page.keyboard.press("z");
  await page.keyboard.up("Control");
  await expect.poll(() => countOf(page, part("history-item"))).toBe(1);
  expect(await read(page, part("history-favorite"), "aria-pressed")).toBe("true");
});

test("chooses a style by typing and a scheduler by arrow keys", async ({ page }) => {
  await openStudio(page);
  await page.locator(part("style-trigger")).wait();
  await page.focus(part("style-trigger"));
  await page.keyboard.press("Enter");
  await expect.poll(() => focusedPart(page)).toBe("style-search-input");
  await page.keyboard.type("anime");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect.poll(() => read(page, part("style-trigger"), "textContent")).toContain("Anime");
  await expect.poll(() => focusedPart(page)).toBe("style-trigger");

  await page.locator(part("prompt-form-advanced-toggle")).click();
  const scheduler = 'select[name="scheduler"]';
  await page.locator(scheduler).wait();
  const before = await read(page, scheduler, "value");
  await page.focus(scheduler);
  await page.keyboard.press("ArrowUp");
  await expect.poll(() => read(page, scheduler, "value")).not.toBe(before);
});
