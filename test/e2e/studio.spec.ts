import { expect, test, type Page, type Request } from "@playwright/test";

const story = "/iframe.html?id=studio--default&viewMode=story";

/** All that the page asks for and says while a test runs. */
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

test("a prompt becomes a picture", async ({ page, baseURL }, { project }) => {
  const { requests, complaints } = watch(page);
  await page.goto(story);
  await page.getByLabel("Prompt", { exact: true }).fill("a red panda in a bar, film still");
  await page.getByRole("button", { name: "Generate" }).click();
  const picture = page.locator('[data-easel="image-result-image"]');
  await expect(picture).toHaveAttribute("alt", /a red panda in a bar/);
  await expect
    .poll(() => picture.evaluate((img: HTMLImageElement) => [img.naturalWidth, img.naturalHeight]))
    .toEqual([1024, 1024]);

  const { origin } = new URL(baseURL ?? "");
  const away = requests
    .map((request) => request.url())
    .filter((url) => /^https?:/.test(url) && !url.startsWith(origin));
  expect(away).toEqual([]);
  expect(complaints).toEqual([]);

  if (project.name !== "dev") return;
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

// The static site sends nothing that could be counted.
test("a double click is one run", { tag: "@server" }, async ({ page }) => {
  const { requests } = watch(page);
  await page.goto(story);
  await page.getByRole("button", { name: "Generate" }).dblclick();
  await page.locator('[data-easel="image-result-image"]').waitFor();
  expect(requests.filter((request) => request.method() === "POST")).toHaveLength(1);
});

test("why nothing can be generated stands in sight of the button, however long the form", async ({
  page,
  context,
}) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.goto(story);
  const button = page.getByRole("button", { name: "Generate" });
  await expect(button).toBeInViewport();
  await context.setOffline(true);
  await expect(button).toBeDisabled();
  await expect(page.getByText(/^You are offline/).first()).toBeInViewport();
  await expect(button).toBeInViewport();
});

test("in forced colours the button is in sight too, with a line between it and the form", async ({
  page,
}) => {
  await page.emulateMedia({ forcedColors: "active" });
  await page.setViewportSize({ width: 1280, height: 600 });
  await page.goto(story);
  const button = page.getByRole("button", { name: "Generate" });
  await expect(button).toBeInViewport({ ratio: 1 });
  await button.click({ trial: true });
  const foot = page.locator('[data-easel="studio-foot"]');
  await expect(foot).not.toHaveCSS("border-block-start-width", "0px");
});
