import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./test.ts";

async function openStudio(page: Page): Promise<{ form: Locator; result: Locator }> {
  await page.goto("/iframe.html?id=studio--default&viewMode=story");
  await page.locator('[data-easel="prompt-form-submit"]').waitFor();
  return {
    form: page.getByRole("form", { name: "Settings" }),
    result: page.getByRole("region", { name: "Result", exact: true }),
  };
}

async function generate(page: Page, prompt: string): Promise<void> {
  await page.getByRole("textbox", { name: "Prompt", exact: true }).fill(prompt);
  await page.keyboard.press("ControlOrMeta+Enter");
}

test("gives a screen reader the form, its fields, and their help in reading order", async ({
  page,
}) => {
  const { form } = await openStudio(page);
  await expect(page.locator("body")).toMatchAriaSnapshot(`
    - heading "Settings" [level=2]
    - form "Settings"
    - heading "Result" [level=2]
    - button "History"
    - button "Shortcuts"
    - region "Result":
      - paragraph: Describe an image to get started.
  `);
  await expect(form).toMatchAriaSnapshot(`
    - form "Settings":
      - text: Prompt
      - button "About Prompt"
      - textbox "Prompt"
      - list "Try an example":
        - listitem:
          - button
      - combobox "Model":
        - option "Stable Diffusion XL 1.0" [selected]
      - button /Style .+/
      - button /Favorite. .+/
      - button "About Images"
      - spinbutton "Images": "1"
      - slider "Adjust Images": "1"
      - group: More settings
      - button "Presets"
      - button "Batch"
      - button "Reset settings"
      - button "Generate"
  `);
});

test("gives a screen reader the progress of a pending generation", async ({ page }) => {
  const { result } = await openStudio(page);
  await generate(page, "a quiet harbor sandbox:never-finishes");
  await expect(result).toMatchAriaSnapshot(`
    - region "Result":
      - status
      - progressbar "Estimated progress"
      - paragraph: /usually .+ sec/
      - button "Hide"
  `);
});

test("gives a screen reader the image, its actions, and the list of generations", async ({
  page,
}) => {
  const { result } = await openStudio(page);
  await generate(page, "a quiet harbor");
  await expect(result).toMatchAriaSnapshot(`
    - region "Result":
      - figure:
        - img "a quiet harbor"
        - button "New seed"
        - button "Use as start image"
        - button "Enlarge"
        - button "Download"
        - button "More actions"
      - status: Generation complete.
      - button "Reuse settings"
      - button "Reuse with seed"
      - button "Copy link"
      - group: Details
  `);
  await expect(page.getByRole("navigation", { name: "Recent generations" })).toMatchAriaSnapshot(`
    - navigation "Recent generations":
      - heading "Recent generations" [level=2]
      - list:
        - listitem:
          - 'button "Generation 1, done: a quiet harbor"'
  `);
});

test("gives a screen reader an error with its charge, its fix, and a button that leads to the field", async ({
  page,
}) => {
  await openStudio(page);
  await generate(page, "a quiet harbor sandbox:parameter-rejected");
  await expect(page.locator('[data-easel="job-error"]')).toMatchAriaSnapshot(`
    - alert:
      - paragraph: The image service rejected a setting.
      - paragraph: Not charged
      - paragraph: Change that setting.
    - list "Fields to fix":
      - listitem:
        - button "Steps"
  `);
});

test("gives a screen reader the history as a grid of named rows", async ({ page }) => {
  const { result } = await openStudio(page);
  await generate(page, "a quiet harbor");
  await expect(result.getByRole("button", { name: "Download" })).toBeVisible();
  await page.getByRole("button", { name: "History" }).click();
  await expect(page.getByRole("dialog", { name: "History" })).toMatchAriaSnapshot(`
    - dialog "History":
      - heading "History" [level=2]
      - button "Close"
      - region "History":
        - searchbox "Search prompts and settings"
        - button "Favorites"
        - grid "History":
          - rowgroup:
            - row "today":
              - rowheader "today"
            - row:
              - gridcell:
                - 'checkbox "Select: a quiet harbor"'
              - gridcell:
                - button /a quiet harbor/
              - gridcell:
                - 'button "Favorite: a quiet harbor"'
              - gridcell:
                - 'button "Reuse settings: a quiet harbor"'
                - 'button "More actions: a quiet harbor"'
        - group "0 selected":
          - paragraph: 1 generation
          - button "Select all"
  `);
});
