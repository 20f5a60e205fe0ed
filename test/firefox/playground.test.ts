import { de } from "react-easel/labels";
import { expect, inject } from "vitest";
import { test } from "./firefoxTest.ts";
import { countSubmits } from "./recordFetches.ts";
import { button, expectImage, generate, openStudio } from "./studioPage.ts";

test("shows Studio in Storybook in the language of the address", async ({ page, errors }) => {
  await page.goto(`${inject("storybookUrl")}/?path=/story/studio--default&globals=language:de`, {
    waitUntil: "domcontentloaded",
  });
  await page.locator('[aria-label="Language Deutsch"]').wait();
  const story = await page.waitForFrame((frame) => frame.url().includes("iframe.html"));
  await story.locator(button(de.form.generate)).wait();
  expect(errors).toEqual([]);
});

test("generates an image with the backend in the page", async ({ page, errors }) => {
  await openStudio(page, "backend:page");
  await generate(page, "two foxes in the snow");
  await expectImage(page, "two foxes in the snow");
  expect(await countSubmits(page)).toBe(0);
  expect(errors).toEqual([]);
});
