import type { Page } from "@playwright/test";
import { expect, test } from "../e2e/test.ts";

const card = (page: Page) => page.locator('[data-easel="job-error"]');

/** Presses Generate with an unreachable backend. Returns the messages for the user and the developer. */
async function generate(page: Page, base: string) {
  const said: string[] = [];
  const posts: string[] = [];
  page.on("console", (message) => {
    if (message.text().startsWith("Easel:")) said.push(message.text());
  });
  page.on("request", (request) => {
    if (request.method() === "POST") posts.push(request.url());
  });
  await page.goto(`/?base=${encodeURIComponent(base)}`);
  await page.getByLabel("Prompt", { exact: true }).fill("a lighthouse at dusk");
  await page.getByRole("button", { name: "Generate", exact: true }).click();
  await expect(card(page)).toContainText("This app’s server couldn’t be reached.");
  await expect(card(page)).toContainText("Not charged");
  return { said, posts };
}

test("charges nothing and logs the cause if a content security policy blocks the request", async ({
  page,
}) => {
  const { said, posts } = await generate(page, "https://images.example/api/easel");
  expect(posts).toEqual([]);
  expect(said).toEqual([
    expect.stringMatching(/https:\/\/images\.example\/api\/easel\/config failed.*connect-src/),
  ]);
  await page.reload();
  await expect(card(page)).toContainText("Not charged");
});

test("charges nothing if a page responds instead of the handler, and succeeds on the same button once it is mounted", async ({
  page,
}) => {
  await page.route("**/api/easel/**", (route) =>
    route.fulfill({ contentType: "text/html", body: "<!doctype html><div id=root></div>" }),
  );
  const { said, posts } = await generate(page, "/api/easel");
  expect(posts).toEqual([]);
  expect(said).toEqual([expect.stringMatching(/returned 200 with a page.*SPA fallback/)]);
  await expect(card(page)).toContainText("This app’s server couldn’t be reached.");
  await page.unroute("**/api/easel/**");
  await page.getByRole("button", { name: "Try again", exact: true }).click();
  await expect(page.locator('[data-easel="image-result-image"]')).toHaveAttribute(
    "alt",
    /lighthouse/,
  );
  expect(posts).toHaveLength(1);
});
