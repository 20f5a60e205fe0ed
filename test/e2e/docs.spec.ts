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
    await page.waitForLoadState("networkidle");
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
