import { expect, test } from "./test.ts";

interface Entry {
  readonly id: string;
  readonly type: "docs" | "story";
  readonly title: string;
}

test("renders every documentation page with its text, props and links", async ({
  page,
  request,
}) => {
  const index = (await (await request.get("/index.json")).json()) as {
    entries: Record<string, Entry>;
  };
  const pages = Object.values(index.entries).filter(({ type }) => type === "docs");
  expect(pages.length).toBeGreaterThan(10);
  const groups = Object.values(index.entries).map(({ title }) => title.split("/")[0]);
  expect(new Set(groups)).toEqual(new Set(["Start", "Studio", "Parts", "Embedding"]));

  const wrong: string[] = [];
  let shown = "";
  page.on("pageerror", (error) => wrong.push(`${shown}: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error") wrong.push(`${shown}: ${message.text()}`);
  });
  for (const { id, title } of pages) {
    shown = title;
    await page.goto(`/iframe.html?id=${id}&viewMode=docs`);
    await page.locator("#storybook-docs h1").first().waitFor();
    // Lazy frames never let the network become idle.
    await expect(page.locator(".sb-story:not(:has(.story-frame, .framed-story))")).toHaveCount(0);
    const text = await page.locator("#storybook-docs").innerText();
    if (/No inputs found|Something went wrong\.|couldn't find or generate/.test(text)) {
      wrong.push(`${title}: no props are listed`);
    }
    const links = await page
      .locator('#storybook-docs a[href^="?path="]')
      .evaluateAll((all) =>
        all.map((link) => new URLSearchParams(link.getAttribute("href") ?? "").get("path") ?? ""),
      );
    for (const link of links) {
      const [target = ""] = link.replace(/^\/(?:docs|story)\//, "").split("#");
      if (!(target in index.entries)) wrong.push(`${title}: links to ${link}`);
    }
  }
  expect(wrong).toEqual([]);
});

test("finds a section by its text, and opens it", async ({ page }) => {
  await page.goto("/?path=/docs/search--docs");
  const docs = page.frameLocator("#storybook-preview-iframe");
  const search = docs.getByRole("searchbox");
  await search.fill("dark mode");
  await docs.getByRole("link", { name: "Styling › Dark mode" }).click();
  await expect(docs.getByRole("heading", { name: "Dark mode" })).toBeInViewport();
});

test("opens on a live Studio with an image, which generates another one", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto("/");
  const docs = page.frameLocator("#storybook-preview-iframe");
  const studio = docs.frameLocator('iframe[title="With Images"]');
  const image = studio.locator('[data-easel="image-result-image"]');
  await expect(image).toHaveAttribute("alt", /lighthouse/);
  await expect(image).toBeInViewport({ ratio: 0.5 });
  await studio.getByLabel("Prompt", { exact: true }).fill("a paper lantern");
  await studio.getByRole("button", { name: "Generate" }).click();
  await expect(image).toHaveAttribute("alt", /paper lantern/);
});

test("shows each story of a page in its own theme and direction", async ({ page }) => {
  await page.goto("/iframe.html?id=studio--docs&viewMode=docs");
  const storyIn = (title: string) =>
    page.frameLocator(`iframe[title="${title}"]`).first().locator(".story-frame");
  for (const [title, theme, direction] of [
    ["Dark", "dark", "ltr"],
    ["Arabic", "system", "rtl"],
    ["Default", "system", "ltr"],
  ] as const) {
    await page.locator(`iframe[title="${title}"]`).first().scrollIntoViewIfNeeded();
    await expect(storyIn(title)).toHaveAttribute("data-theme", theme);
    await expect(storyIn(title)).toHaveAttribute("dir", direction);
  }
  await page.goto("/iframe.html?id=historylist--docs&viewMode=docs");
  const frames = page.locator(".story-frame");
  await expect(frames.and(page.locator('[dir="rtl"]'))).toHaveCount(1);
  await expect(frames.first()).toHaveAttribute("dir", "ltr");
  await expect(page.locator("html")).not.toHaveAttribute("dir");
});

test("offers the step of a fault only with a fault, and no panel next to the Studio", async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto("/?path=/story/studio--default");
  const tool = (name: string) => page.getByRole("button", { name, exact: true });
  await tool("Network").click();
  await expect(tool("Fault at")).toHaveCount(0);
  await page.getByRole("option", { name: "lost-answer" }).click();
  await expect(tool("Fault at")).toBeInViewport({ ratio: 1 });
  const studio = page.frameLocator("#storybook-preview-iframe");
  await expect(studio.getByRole("button", { name: "Generate" })).toBeInViewport();
  await expect(page.getByRole("tab", { name: "Controls" })).toHaveCount(0);
  await page.goto("/?path=/story/promptform--default");
  await expect(page.getByRole("tab", { name: "Controls" })).toBeVisible();
});
