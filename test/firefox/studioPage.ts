import type { Page } from "puppeteer-core";
import type { PartName } from "react-easel";
import { en } from "react-easel/labels";
import { expect } from "vitest";
import { storyUrl } from "./firefoxTest.ts";

/** Returns a part's selector. Selectors by accessible name would take Firefox a second each. */
export const part = (name: PartName): string => `[data-easel="${name}"]`;
export const button = (text: string): string => `button::-p-text(${text})`;
export const prompt = 'textarea[name="prompt"]';

export const openStudio = (page: Page, globals = "") =>
  page.goto(storyUrl("studio--default", globals), { waitUntil: "domcontentloaded" });

export async function generate(page: Page, text: string): Promise<void> {
  await page.locator(prompt).fill(text);
  await page.locator(button(en.form.generate)).click();
}

/** Reads one element's property or attribute. Throws if the element doesn't exist. */
export const read = (page: Page, selector: string, name: string): Promise<unknown> =>
  page.$eval(
    selector,
    (element, key) =>
      (element as unknown as Record<string, unknown>)[key] ?? element.getAttribute(key),
    name,
  );

export const countOf = async (page: Page, selector: string): Promise<number> =>
  (await page.$$(selector)).length;

/** Waits until the result image for this prompt has loaded. */
export async function expectImage(page: Page, text: string): Promise<void> {
  const image = part("image-result-image");
  await expect.poll(() => read(page, image, "alt")).toContain(text);
  await expect.poll(() => read(page, image, "naturalWidth")).toBe(1024);
}

export const focusedPart = (page: Page): Promise<string | undefined> =>
  page.evaluate(() => (document.activeElement as HTMLElement | null)?.dataset["easel"]);
