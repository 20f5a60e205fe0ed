import type { Page, Request } from "@playwright/test";
import { expect, test } from "./test.ts";

const story = "/iframe.html?id=studio--default&viewMode=story";

function watch(page: Page) {
  const requests: Request[] = [];
  const complaints: string[] = [];
  page.on("request", (request) => requests.push(request));
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  return { requests, complaints };
}

const image = (page: Page) => page.locator('[data-easel="image-result-image"]');

async function generate(page: Page, prompt: string): Promise<void> {
  await page.goto(story);
  await page.getByLabel("Prompt", { exact: true }).fill(prompt);
  await page.getByRole("button", { name: "Generate" }).click();
  await expect(image(page)).toHaveAttribute("alt", new RegExp(prompt));
  await expect
    .poll(() =>
      image(page).evaluate((img: HTMLImageElement) => [img.naturalWidth, img.naturalHeight]),
    )
    .toEqual([1024, 1024]);
}

test("generates an image from a prompt", async ({ page, baseURL }) => {
  const { requests, complaints } = watch(page);
  await generate(page, "a red panda in a bar");
  const { origin } = new URL(baseURL ?? "");
  const away = requests
    .map((request) => request.url())
    .filter((url) => /^https?:/.test(url) && !url.startsWith(origin));
  expect(away).toEqual([]);
  expect(complaints).toEqual([]);
});

test("sends one submit, and no request with the key", { tag: "@server" }, async ({ page }) => {
  const { requests } = watch(page);
  await generate(page, "a paper lantern in the fog");
  const submits = requests.filter(
    (request) => request.method() === "POST" && request.url().includes("/v2/"),
  );
  expect(submits).toHaveLength(1);
  expect(requests.some((request) => /\/v2\/requests\/[^/]+\/status$/.test(request.url()))).toBe(
    true,
  );
  for (const request of requests) {
    expect(JSON.stringify([request.url(), request.headers(), request.postData()])).not.toMatch(
      /SG_[0-9a-f]/,
    );
  }
});

test("submits once for a double click", { tag: "@server" }, async ({ page }) => {
  const { requests } = watch(page);
  await page.goto(story);
  await page.getByLabel("Prompt", { exact: true }).fill("a red panda in a bar");
  await page.getByRole("button", { name: "Generate" }).dblclick();
  await image(page).waitFor();
  expect(requests.filter((request) => request.method() === "POST")).toHaveLength(1);
});

test("keeps the reasons visible near the button in a long form", async ({ page, context }) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.goto(story);
  const button = page.getByRole("button", { name: "Generate" });
  await expect(button).toBeInViewport();
  await context.setOffline(true);
  await expect(button).toBeDisabled();
  await expect(page.getByText(/^You’re offline/).first()).toBeInViewport();
  await expect(button).toBeInViewport();
});

test("keeps the button visible in forced colors, with a line above it", async ({ page }) => {
  await page.emulateMedia({ forcedColors: "active" });
  await page.setViewportSize({ width: 1280, height: 600 });
  await page.goto(story);
  const button = page.getByRole("button", { name: "Generate" });
  await expect(button).toBeInViewport({ ratio: 1 });
  await button.click({ trial: true });
  const foot = page.locator('[data-easel="studio-foot"]');
  await expect(foot).not.toHaveCSS("border-block-start-width", "0px");
});

const part = (page: Page, name: string) => page.locator(`[data-easel="${name}"]`);

async function boxOf(page: Page, name: string) {
  const box = await part(page, name).boundingBox();
  if (!box) throw new Error(`${name} isn't rendered.`);
  return { ...box, right: box.x + box.width, bottom: box.y + box.height };
}

/** Delays images. Returns a function that releases them. */
async function holdImages(page: Page): Promise<() => void> {
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route(
    (url) => /\.(png|jpe?g|webp)$|\/assets?\b/.test(url.pathname),
    async (route) => {
      if (route.request().resourceType() === "image") await released;
      await route.continue();
    },
  );
  return release;
}

test("shows four images, their progress, and their actions without scrolling or moving them @server", async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  const release = await holdImages(page);
  await page.goto(story);
  await page.getByLabel("Prompt", { exact: true }).fill("a lighthouse at dawn");
  await page.getByRole("spinbutton", { name: "Images" }).fill("4");
  await page.getByRole("button", { name: "Generate" }).click();
  await expect(part(page, "job-progress-status").filter({ hasText: "…" })).toBeInViewport();
  const placeholders = await boxOf(page, "image-result-grid");
  await expect(page.getByText("Loading image…")).toHaveCount(4);
  await expect(part(page, "image-result-actions").first()).toBeHidden();
  await expect(image(page).first()).toHaveCSS("opacity", "0");
  await expect(page.getByText("Generation complete.")).toHaveCount(0);

  release();
  await expect(page.getByText("Generation complete.")).toHaveCount(1);
  await expect(image(page).first()).toHaveCSS("opacity", "1");
  const grid = await boxOf(page, "image-result-grid");
  expect(grid).toEqual(placeholders);
  for (const name of ["image-result-grid", "image-result-verbs", "image-result-summary"]) {
    await expect(part(page, name)).toBeInViewport({ ratio: 1 });
  }
  expect(await page.evaluate(() => window.scrollY)).toBe(0);
  await page.setViewportSize({ width: 1920, height: 1080 });
  const [images, verbs] = [
    await boxOf(page, "image-result-grid"),
    await boxOf(page, "image-result-verbs"),
  ];
  expect([verbs.x, verbs.right]).toEqual([images.x, images.right]);
});

test("fits the bar into one row on a phone", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto(story);
  await part(page, "credits-badge").waitFor();
  const [badge, history] = await Promise.all([
    boxOf(page, "credits-badge"),
    page.getByRole("button", { name: "History" }).boundingBox(),
  ]);
  expect(
    history && Math.abs(history.y + history.height / 2 - (badge.y + badge.height / 2)),
  ).toBeLessThan(2);
});
