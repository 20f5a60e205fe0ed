import type { Locator, Page } from "@playwright/test";
import { expect, test } from "../e2e/test.ts";

const part = (page: Page, name: string) =>
  page.locator(`[data-easel="studio"] [data-easel="${name}"]`).first();
const prompt = (page: Page) => page.getByRole("textbox", { name: "Prompt", exact: true });
const generate = (page: Page) => part(page, "prompt-form-submit");

async function open(page: Page, width: number, height: number): Promise<void> {
  await page.setViewportSize({ width, height });
  await page.goto("/server.html");
  // The keyboard shortcut is rendered only after hydration.
  await expect(part(page, "prompt-form-keys")).toBeAttached();
}

/** Returns whether an element is in the window and not covered by another element at its corners. */
const isUncovered = (locator: Locator): Promise<boolean> =>
  locator.evaluate((element) => {
    const { top, bottom, left, right } = element.getBoundingClientRect();
    const corners = [
      [left + 4, top + 4],
      [right - 4, top + 4],
      [left + 4, bottom - 4],
      [right - 4, bottom - 4],
    ] as const;
    return corners.every(([x, y]) => element.contains(document.elementFromPoint(x, y)));
  });

test.describe("on a phone", () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });

  test("leads from the prompt to the image without scrolling", async ({ page }) => {
    await open(page, 390, 844);
    await expect(prompt(page)).toBeInViewport({ ratio: 1 });
    await expect(generate(page)).toBeInViewport({ ratio: 1 });
    await expect(part(page, "model-switch")).toBeHidden();
    await expect(part(page, "prompt-form-keys")).toBeHidden();
    await expect(page.getByRole("button", { name: "Shortcuts" })).toBeHidden();

    await prompt(page).fill("a lighthouse at dusk");
    await generate(page).tap();
    await expect(part(page, "image-result-grid")).toBeInViewport({ ratio: 1 });
    const image = part(page, "image-result-image");
    await expect(image).toHaveAttribute("alt", /lighthouse/);
    await expect.poll(() => isUncovered(image)).toBe(true);
    await expect(generate(page)).toBeInViewport({ ratio: 1 });
  });

  test("opens the settings above the button, and folds them for the result", async ({ page }) => {
    await open(page, 390, 844);
    await page.getByRole("button", { name: "Settings", exact: true }).tap();
    await expect(prompt(page)).toBeInViewport({ ratio: 1 });
    await expect(part(page, "model-switch")).toBeInViewport({ ratio: 1 });
    await expect(page.getByRole("combobox", { name: "Sampler" })).toBeVisible();
    const { height = 0 } = (await part(page, "studio-settings").boundingBox()) ?? {};
    expect(height).toBeLessThanOrEqual(844 * 0.85);
    await prompt(page).fill("a lighthouse at dusk");
    await generate(page).tap();
    await expect(part(page, "model-switch")).toBeHidden();
    await expect(part(page, "image-result-grid")).toBeInViewport({ ratio: 1 });
    await expect.poll(() => isUncovered(part(page, "image-result-grid"))).toBe(true);
  });

  test("opens the settings for an invalid field", async ({ page }) => {
    await open(page, 390, 844);
    await page.getByRole("button", { name: "Settings", exact: true }).tap();
    await page.getByRole("spinbutton", { name: "Images" }).fill("99");
    await page.getByRole("button", { name: "Settings", exact: true }).tap();
    await expect(part(page, "model-switch")).toBeHidden();
    await prompt(page).fill("a lighthouse at dusk");
    await generate(page).tap();
    const images = page.getByRole("spinbutton", { name: "Images" });
    await expect(images).toBeFocused();
    await expect.poll(() => isUncovered(images)).toBe(true);
  });

  for (const [width, height] of [
    [844, 390],
    [667, 375],
  ] as const) {
    test(`leads from the prompt to the image in a low window of ${width} pixels`, async ({
      page,
    }) => {
      await open(page, width, height);
      await expect(prompt(page)).toBeInViewport({ ratio: 1 });
      await expect(generate(page)).toBeInViewport({ ratio: 1 });
      await prompt(page).fill("a lighthouse at dusk");
      await generate(page).tap();
      const image = part(page, "image-result-image");
      await expect(image).toHaveAttribute("alt", /lighthouse/);
      await expect(image).toBeInViewport({ ratio: 0.9 });
    });
  }

  test("keeps the page usable after a batch", async ({ page }) => {
    await open(page, 390, 844);
    await prompt(page).fill("a lighthouse at dusk");
    await page.getByRole("button", { name: "Settings", exact: true }).tap();
    await page.getByRole("button", { name: "Batch", exact: true }).tap();
    const dialog = page.getByRole("dialog", { name: "Batch" });
    await dialog.getByRole("textbox").first().fill("a lighthouse at dusk\na quiet harbor");
    await dialog.getByRole("button", { name: "Start batch" }).tap();
    await expect(page.locator('[data-easel="studio-run"]')).toHaveCount(2);
    await expect(dialog).toBeVisible();
    await dialog.getByRole("button", { name: "Close" }).tap();
    await expect(dialog).toBeHidden();
    await page.getByRole("button", { name: "History" }).tap();
    await expect(page.getByRole("dialog", { name: "History" })).toBeVisible();
  });

  test("shows the words of the menu at every size of the image", async ({ page }) => {
    await open(page, 320, 640);
    await prompt(page).fill("a lighthouse at dusk");
    await generate(page).tap();
    await page.getByRole("button", { name: "More actions" }).first().tap();
    const menu = page.locator('[data-easel="image-result-menu"]');
    for (const name of ["Use as start image", "Download", "Copy", "Delete"]) {
      await expect(menu.getByText(name, { exact: true })).toBeVisible();
    }
  });

  test("has targets of at least 44 pixels around the prompt", async ({ page }) => {
    await open(page, 390, 844);
    const buttons = page.locator('[data-easel="studio"] button:visible');
    expect(await buttons.count()).toBeGreaterThan(2);
    for (const button of await buttons.all()) {
      await button.scrollIntoViewIfNeeded();
      // A target may be larger than the button's box.
      const isLarge = await button.evaluate((element) => {
        const { top, bottom, left, right } = element.getBoundingClientRect();
        const [x, y] = [(left + right) / 2, (top + bottom) / 2];
        return [-21, 21].every(
          (by) =>
            element.contains(document.elementFromPoint(x + by, y)) &&
            element.contains(document.elementFromPoint(x, y + by)),
        );
      });
      expect(isLarge, (await button.getAttribute("aria-label")) ?? (await button.innerText())).toBe(
        true,
      );
    }
  });

  test("has targets of at least 44 pixels in the settings", async ({ page }) => {
    await open(page, 390, 844);
    await page.getByRole("button", { name: "Settings", exact: true }).tap();
    const settings = part(page, "studio-settings");
    const buttons = settings.locator("button:visible, input[type=number]:visible, [role=switch]");
    await expect(settings.getByRole("button", { name: "Batch", exact: true })).toBeVisible();
    for (const button of await buttons.all()) {
      const height = await button.evaluate((element) => {
        element.scrollIntoView({ block: "center" });
        const { top, bottom, left, right } = element.getBoundingClientRect();
        const [x, y] = [(left + right) / 2, (top + bottom) / 2];
        const target = element.closest("label") ?? element;
        const isHit = (by: number) => target.contains(document.elementFromPoint(x, y + by));
        return [-21, 21].every(isHit) ? 44 : bottom - top;
      });
      const name = (await button.getAttribute("aria-label")) ?? (await button.getAttribute("name"));
      expect(height, name ?? (await button.innerText())).toBeGreaterThanOrEqual(43.5);
    }
  });

  test("aligns the composer with the result", async ({ page }) => {
    await open(page, 390, 844);
    const [composer, result] = await Promise.all(
      ["studio-settings", "studio-result"].map((name) => part(page, name).boundingBox()),
    );
    expect(composer).toMatchObject({ x: result?.x, width: result?.width });
  });

  test("clips no text at 320 pixels and twice the font size", async ({ page }) => {
    await open(page, 320, 640);
    await page.evaluate(() => document.documentElement.style.setProperty("font-size", "200%"));
    await page.getByRole("button", { name: "Settings", exact: true }).tap();
    const clipped = await page.evaluate(() =>
      Array.from(document.querySelectorAll<HTMLElement>('[data-easel="studio-settings"] select'))
        .filter((control) => control.clientHeight > 0)
        .filter(
          (control) => control.clientHeight < parseFloat(getComputedStyle(control).fontSize) * 1.2,
        )
        .map((control) => control.id),
    );
    expect(clipped).toEqual([]);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
    await expect(generate(page)).toBeInViewport();
  });
});

test("shows all settings within 1,300 pixels", async ({ page }) => {
  await open(page, 1280, 800);
  await prompt(page).fill("a lighthouse at dusk");
  await part(page, "prompt-form-advanced-toggle").click();
  await expect(page.getByRole("combobox", { name: "Sampler" })).toBeInViewport();
  const height = await part(page, "prompt-form-fields").evaluate(
    (fields) => fields.scrollHeight + (fields.nextElementSibling?.clientHeight ?? 0),
  );
  expect(height).toBeLessThanOrEqual(1300);
});

test("aligns the boxes of paired settings, with labels on one line", async ({ page }) => {
  await open(page, 1280, 1400);
  await part(page, "prompt-form-advanced-toggle").click();
  const box = (name: string) => page.getByRole("spinbutton", { name, exact: true }).boundingBox();
  const [steps, guidance, start] = [
    await box("Steps"),
    await box("Guidance scale"),
    await box("Refiner start"),
  ];
  expect(steps).toMatchObject({ y: guidance?.y, width: guidance?.width });
  expect(start?.x).toBe(guidance?.x);
  for (const text of ["Guidance scale", "Refiner start"]) {
    const { height = 0 } = (await page.getByText(text, { exact: true }).boundingBox()) ?? {};
    expect(height, text).toBeLessThan(32);
  }
  await expect(page.getByText("Refiner", { exact: true })).toHaveCount(1);
});

test("moves no field when the user types or submits the first prompt", async ({ page }) => {
  await open(page, 1280, 1000);
  const top = async (name: string) => (await part(page, name).boundingBox())?.y;
  const before = [await top("model-switch"), await top("prompt-form-submit")];
  await expect(page.getByText("Try an example")).toBeVisible();
  await prompt(page).press("a");
  expect([await top("model-switch"), await top("prompt-form-submit")]).toEqual(before);
  await part(page, "prompt-form-submit").click();
  await expect(part(page, "studio-run").first()).toBeVisible();
  expect([await top("model-switch"), await top("prompt-form-submit")]).toEqual(before);
});

test("focuses a rejected setting in a section that is still closed", async ({ page }) => {
  await open(page, 1280, 800);
  await prompt(page).fill("a red fox sandbox:parameter-rejected");
  await part(page, "prompt-form-submit").click();
  await page.getByRole("button", { name: "Steps", exact: true }).click();
  await expect(page.getByRole("spinbutton", { name: "Steps", exact: true })).toBeFocused();
});

test("shows the shortcut only if the button has room for it, even with large text", async ({
  page,
}) => {
  await open(page, 1280, 800);
  const keys = part(page, "prompt-form-keys");
  const isApart = () =>
    keys.evaluate((element) => {
      const text = new Range();
      text.selectNode(element.previousSibling as Text);
      return text.getBoundingClientRect().right < element.getBoundingClientRect().left;
    });
  expect(await isApart()).toBe(true);
  await page.setViewportSize({ width: 320, height: 640 });
  await expect(keys).toBeHidden();
  await page.evaluate(() => document.documentElement.style.setProperty("font-size", "200%"));
  await expect(keys).toBeHidden();
  await page.setViewportSize({ width: 1280, height: 800 });
  await expect(keys).toBeVisible();
  expect(await isApart()).toBe(true);
});

test("uses one pane on a tablet in portrait, and two when both have room", async ({ page }) => {
  const isBeside = async () => {
    const [form, result] = await Promise.all(
      ["studio-settings", "studio-result"].map((name) => part(page, name).boundingBox()),
    );
    return (form?.x ?? 0) + (form?.width ?? 0) <= (result?.x ?? 0);
  };
  await open(page, 768, 1024);
  expect(await isBeside()).toBe(false);
  await page.setViewportSize({ width: 1024, height: 768 });
  expect(await isBeside()).toBe(true);
});

test("never covers a focused field or its messages", async ({ page }) => {
  await open(page, 1280, 640);
  await prompt(page).fill("a lighthouse at dusk");
  await part(page, "prompt-form-advanced-toggle").click();
  for (const name of ["Images", "Steps", "Guidance scale", "Refiner start"]) {
    await page.getByRole("spinbutton", { name }).fill("999");
  }
  await generate(page).click();
  const reasons = part(page, "prompt-form-reasons");
  await expect(reasons).toContainText("4 fields");
  for (const name of ["Refiner start", "Steps"]) {
    await reasons.getByRole("button", { name }).click();
    const box = page.getByRole("spinbutton", { name });
    await expect(box).toBeFocused();
    const field = page.locator('[data-easel="field"]').filter({ has: box });
    await expect.poll(() => isUncovered(box)).toBe(true);
    await expect.poll(() => isUncovered(field.locator('[data-easel="field-error"]'))).toBe(true);
    await expect(generate(page)).toBeInViewport({ ratio: 1 });
  }
});

test("stays below a sticky header of the page", async ({ page }) => {
  await open(page, 1280, 640);
  await page.evaluate(() => {
    document.documentElement.style.setProperty("--easel-sticky-top", "64px");
    document.body.style.setProperty("min-block-size", "3000px");
    const room = document.querySelector<HTMLElement>('[data-easel="studio-result"]');
    room?.style.setProperty("min-block-size", "2000px");
    window.scrollTo(0, 800);
  });
  const box = await part(page, "studio-settings").boundingBox();
  expect(box?.y).toBe(80);
  await expect(generate(page)).toBeInViewport({ ratio: 1 });
});
