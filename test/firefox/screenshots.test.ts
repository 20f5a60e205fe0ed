import { mkdir, writeFile } from "node:fs/promises";
import { decode } from "fast-png";
import type { Page } from "puppeteer-core";
import { ar, en } from "react-easel/labels";
import { expect } from "vitest";
import { test } from "./firefoxTest.ts";
import { button, expectImage, openStudio, part, prompt } from "./studioPage.ts";

/** Folder of the screenshots, for a person to look at. */
const folder = "node_modules/.cache/screenshots/firefox";

type Box = Record<"x" | "y" | "width" | "height", number>;

const boxOf = (page: Page, selector: string): Promise<Box> =>
  page.$eval(selector, (element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return { x, y, width, height };
  });

/** Takes a screenshot, keeps it as a file, and returns a function that reads a pixel's red, green, and blue. */
async function screenshot(page: Page, name: string) {
  const bytes = await page.screenshot();
  await mkdir(folder, { recursive: true });
  await writeFile(`${folder}/${name}.png`, bytes);
  const { data, width, channels } = decode(bytes);
  return (x: number, y: number): readonly number[] => {
    const start = (Math.round(y) * width + Math.round(x)) * channels;
    return Array.from(data.slice(start, start + 3));
  };
}

const brightness = (color: readonly number[]): number => Math.max(...color);

/** Returns a grid of points inside a box. */
const pointsIn = ({ x, y, width, height }: Box): readonly (readonly [number, number])[] =>
  Array.from(
    { length: 100 },
    (_, index) =>
      [
        x + (width * ((index % 10) + 0.5)) / 10,
        y + (height * (Math.floor(index / 10) + 0.5)) / 10,
      ] as const,
  );

const views = [
  { name: "phone", width: 390, height: 844, globals: "", labels: en },
  { name: "desktop", width: 1280, height: 800, globals: "", labels: en },
  { name: "desktop-dark", width: 1280, height: 800, globals: "theme:dark", labels: en },
  { name: "desktop-arabic", width: 1280, height: 800, globals: "language:ar", labels: ar },
];

test.for(views)("paints the form and an image at $name", async (view, { page }) => {
  const { name, width, height, globals, labels } = view;
  await page.setViewport({ width, height });
  await openStudio(page, globals);
  await page.locator(prompt).fill("a lighthouse at dusk");
  await page.locator(button(labels.form.generate)).click();
  await expectImage(page, "a lighthouse at dusk");
  await page.waitForFunction(
    (selector) => document.querySelector(selector)?.getAnimations().length === 0,
    {},
    part("image-result-image"),
  );

  const pixel = await screenshot(page, name);
  const image = await boxOf(page, part("image-result-image"));
  const submit = await boxOf(page, part("prompt-form-submit"));
  const scrollWidth = await page.evaluate(() => document.documentElement.scrollWidth);

  expect(scrollWidth, "no horizontal scrolling").toBeLessThanOrEqual(width);
  expect(image.y + image.height, "the whole image is visible").toBeLessThanOrEqual(height);
  expect(submit.y + submit.height, "the button is visible").toBeLessThanOrEqual(height);
  const colors = new Set(pointsIn(image).map(([x, y]) => pixel(x, y).join()));
  expect(colors.size, "the image is painted").toBeGreaterThan(30);
  const [red = 0, , blue = 0] = pixel(submit.x + 12, submit.y + submit.height / 2);
  expect(red - blue, "the button has the accent color").toBeGreaterThan(60);
  const corner = brightness(pixel(2, 2));
  if (globals.includes("dark")) expect(corner, "the page is dark").toBeLessThan(64);
  else expect(corner, "the page is light").toBeGreaterThan(220);
  if (width > 1000) {
    const isFormFirst = submit.x < image.x;
    expect(isFormFirst, "the form is at the start").toBe(labels === en);
  }
});
