import type { Page } from "@playwright/test";
import { expect, test } from "../e2e/test.ts";

/** Opens the server-rendered page. Returns a function that loads its JavaScript. */
async function openBeforeHydration(page: Page): Promise<() => void> {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route("**/*.js", async (route) => {
    await released;
    await route.continue();
  });
  await page.goto("/server.html", { waitUntil: "commit" });
  await expect(page.getByRole("button", { name: "Generate", exact: true })).toBeVisible();
  return release;
}

const prompt = (page: Page) => page.getByLabel("Prompt", { exact: true });
const generate = (page: Page) => page.getByRole("button", { name: "Generate", exact: true });

/** Records page errors, including React's hydration mismatches. */
function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    if (/hydrat/i.test(message.text())) complaints.push(message.text());
  });
  return complaints;
}

test("sends values entered before hydration", async ({ page }) => {
  const complaints = complaintsOf(page);
  const hydrate = await openBeforeHydration(page);
  await prompt(page).fill("a paper lantern");
  await page.getByRole("slider", { name: "Adjust Images" }).fill("2");
  await page.getByText("More settings").click();
  await page.getByText("Negative prompt", { exact: true }).click();
  await page.getByRole("textbox", { name: "Negative prompt" }).fill("blur");
  await page.getByLabel("Sampler", { exact: true }).selectOption("Heun");
  await page.getByRole("spinbutton", { name: "Guidance scale" }).fill("5.5");
  await page.getByRole("switch", { name: "Refiner" }).click();
  await expect(page.getByRole("switch", { name: "Refiner" })).not.toBeChecked();
  await page.getByRole("textbox", { name: "Seed" }).fill("42");
  await generate(page).click();

  const submitted = page.waitForRequest(/\/v2\/sdxl-torch$/);
  hydrate();
  await expect(page.getByRole("spinbutton", { name: "Images" })).toHaveValue("2");
  await expect(prompt(page)).toHaveValue("a paper lantern");
  await expect(page.getByLabel("Sampler", { exact: true })).toHaveValue("Heun");
  await generate(page).click();
  expect((await submitted).postDataJSON()).toMatchObject({
    prompt: "a paper lantern",
    negative_prompt: "blur",
    samples: 2,
    scheduler: "Heun",
    guidance_scale: 5.5,
    refiner: false,
    seed: 42,
  });
  expect(complaints).toEqual([]);
});

test("uses a model selected before hydration", async ({ page }) => {
  const hydrate = await openBeforeHydration(page);
  await page.locator('[data-easel="model-switch-select"]').selectOption("sd2.1-txt2img");
  await prompt(page).fill("a paper lantern");
  const submitted = page.waitForRequest(/\/v2\/sd2\.1-txt2img$/);
  hydrate();
  await expect(page.getByRole("radio", { name: /768 × 768/ })).toBeAttached();
  await generate(page).click();
  expect((await submitted).postDataJSON()).toMatchObject({ prompt: "a paper lantern" });
});

test("stays on the page and keeps its address for a submit without JavaScript", async ({
  page,
}) => {
  await openBeforeHydration(page);
  const address = page.url();
  const navigations: string[] = [];
  page.on("framenavigated", (frame) => navigations.push(frame.url()));
  await prompt(page).fill("a secret");
  await generate(page).click();
  await page.getByRole("spinbutton", { name: "Images" }).press("Enter");
  // A response to a later query shows that the browser has handled the submits.
  await expect(prompt(page)).toHaveValue("a secret");
  await page.evaluate(() => new Promise(requestAnimationFrame));
  expect([page.url(), navigations]).toEqual([address, []]);
  await expect(prompt(page)).toHaveValue("a secret");
});

test("shows an image that loaded or failed before hydration", async ({ page }) => {
  const hydrate = await openBeforeHydration(page);
  const images = page.getByRole("img", { name: "a pixel" });
  await expect
    .poll(() =>
      images.evaluateAll((all) => all.map((image) => "complete" in image && image.complete)),
    )
    .toEqual([true, true]);
  hydrate();
  await expect(page.locator('[data-easel="image-result-missing"]')).toHaveCount(1);
  await expect(images).toHaveCount(1);
  await expect(images).not.toHaveAttribute("data-loading");
});
