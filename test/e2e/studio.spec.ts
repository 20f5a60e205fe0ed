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
