import type { Page } from "@playwright/test";
import { expect, test } from "../e2e/test.ts";
import { nextHosts, plainHosts, tailwindHosts } from "./hosts.mjs";

const accent = { light: "rgb(184, 66, 15)", dark: "rgb(255, 148, 102)" };
const surface = { light: "rgb(255, 255, 255)", dark: "rgb(38, 35, 32)" };

const pathsOf = (app: string, hosts: object) =>
  Object.keys(hosts).map((host) => `/${app}/${host}.html`);

const plainApps = ["vite", "vite-old-browsers", "vite-esbuild"].flatMap((app) =>
  pathsOf(app, plainHosts),
);
const tailwindApps = [
  ...pathsOf("vite-tailwind", tailwindHosts),
  ...pathsOf("next-tailwind", nextHosts),
];

async function open(page: Page, path: string, colorScheme: "light" | "dark" = "light") {
  await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
  await page.goto(path);
  // The image renders only in the browser, so the page is hydrated.
  await page.locator("#samples [data-easel=image-result-image]:not([data-loading])").waitFor();
  // The list of styles loads after hydration, and renders the tiles out of view last.
  await expect(page.locator("#samples [data-easel=style-grid] [role=option]")).toHaveCount(104);
  // So do the Studio's presets and batch.
  await page.locator("#samples [data-easel=studio-batch]").waitFor();
}

/** Returns the background of each section's button, by the section's ID. */
const backgrounds = (page: Page) =>
  page.evaluate(() =>
    Object.fromEntries(
      Array.from(document.querySelectorAll("[data-easel=prompt-form-submit]"), (button) => [
        button.parentElement?.closest("[id]:not(form, [data-easel])")?.id ?? "",
        getComputedStyle(button).backgroundColor,
      ]),
    ),
  );

const sections = {
  "dark-class": accent.dark,
  "light-in-dark": accent.light,
  "dark-in-light-in-dark": accent.dark,
  "dark-attribute": accent.dark,
  "dark-bootstrap": accent.dark,
  "dark-inline": accent.dark,
  "light-class": accent.light,
  "light-inline": accent.light,
};

for (const path of [...plainApps, ...tailwindApps]) {
  test(`${path}: follows the system's theme and each section's theme`, async ({ page }) => {
    for (const scheme of ["light", "dark"] as const) {
      await open(page, path, scheme);
      expect(await backgrounds(page)).toMatchObject({ ...sections, page: accent[scheme] });
    }
  });
}

const markers: readonly (readonly [string, (theme: string) => string])[] = [
  ["a class", (theme) => `class="${theme}"`],
  ["data-theme", (theme) => `data-theme="${theme}"`],
  ["data-bs-theme", (theme) => `data-bs-theme="${theme}"`],
  ["an inline color-scheme", (theme) => `style="color-scheme: ${theme};"`],
  ["an inline color-scheme from a server", (theme) => `style="color-scheme:${theme}"`],
];

for (const [name, marker] of markers) {
  test(`${name} on <html> overrides the system's theme`, async ({ page }) => {
    for (const path of [
      "/vite/plain.html",
      "/vite/bootstrap.html",
      "/next-tailwind/tailwind-last.html",
    ]) {
      for (const [system, theme] of [
        ["light", "dark"],
        ["dark", "light"],
      ] as const) {
        await open(page, path, system);
        const [attribute = "", value = ""] = marker(theme).split(/="|"/);
        await page.evaluate(([key, text]) => document.documentElement.setAttribute(key, text), [
          attribute,
          value,
        ] as const);
        expect(await backgrounds(page)).toMatchObject({ ...sections, page: accent[theme] });
      }
    }
  });
}

test("follows the system for an inline color-scheme with both themes", async ({ page }) => {
  for (const scheme of ["light", "dark"] as const) {
    await open(page, "/vite/plain.html", scheme);
    await page.evaluate(() =>
      document.documentElement.setAttribute("style", "color-scheme: light dark"),
    );
    expect((await backgrounds(page))["page"]).toBe(accent[scheme]);
  }
});

for (const host of ["next-themes-class", "next-themes-data"]) {
  test(`${host}: follows next-themes`, async ({ page }) => {
    const path = `/next-tailwind/${host}.html`;
    await open(page, path, "dark");
    expect((await backgrounds(page))["page"]).toBe(accent.dark);
    await page.evaluate(() => localStorage.setItem("theme", "light"));
    await open(page, path, "dark");
    expect((await backgrounds(page))["page"]).toBe(accent.light);
    await page.evaluate(() => localStorage.setItem("theme", "dark"));
    await open(page, path, "light");
    expect((await backgrounds(page))["page"]).toBe(accent.dark);
  });
}

test("renders lists, dialogs and native controls in their section's theme", async ({ page }) => {
  await open(page, "/vite/plain.html");
  for (const [id, theme] of [
    ["dark-class", "dark"],
    ["light-in-dark", "light"],
  ] as const) {
    await page.locator(`#${id} > form [data-easel=combobox-toggle]`).click();
    const popup = page.locator(`#${id} > form [data-easel=combobox-popup]`);
    await expect(popup).toHaveCSS("background-color", surface[theme]);
    await expect(popup).toHaveCSS("color-scheme", theme);
    await page.keyboard.press("Escape");
  }
  const studio = page.locator("#dark-attribute [data-easel=studio]");
  await studio.locator("[data-easel=studio-action]").last().click();
  const dialog = studio.getByRole("dialog");
  await expect(dialog).toHaveCSS("background-color", "rgb(28, 26, 24)");
  await expect(dialog).toHaveCSS("color", "rgb(244, 239, 232)");
});

test("renders the enlarged image dark in a light page", async ({ page }) => {
  await open(page, "/vite/plain.html");
  await page.locator("#samples [data-easel=image-result-image]").click();
  await expect(page.locator("[data-easel=zoom]")).toHaveCSS("color", "rgb(244, 239, 232)");
});

test("keeps the page's color-scheme and background", async ({ page }) => {
  for (const scheme of ["light", "dark"] as const) {
    await open(page, "/vite/plain.html", scheme);
    const root = page.locator("html");
    await expect(root).toHaveCSS("color-scheme", "normal");
    await expect(root).toHaveCSS("background-color", "rgba(0, 0, 0, 0)");
    await expect(page.locator("body")).toHaveCSS("color", "rgb(0, 0, 0)");
  }
});

const properties = [
  "background-color",
  "background-image",
  "border-color",
  "border-radius",
  "border-style",
  "border-width",
  "box-shadow",
  "color",
  "cursor",
  "display",
  "filter",
  "float",
  "font-family",
  "font-size",
  "font-style",
  "font-weight",
  "letter-spacing",
  "line-height",
  "list-style-type",
  "margin",
  "padding",
  "text-align",
  "text-decoration-line",
  "text-indent",
  "text-shadow",
  "text-transform",
  "white-space",
  "word-spacing",
];

/** Returns the position and styles of the package's elements, one line for each property. */
const computedStyles = (page: Page) =>
  page.locator("#samples").evaluate((root, names) => {
    const origin = root.getBoundingClientRect();
    const elements = root.querySelectorAll(":is([data-easel], [data-easel] *):not(option, svg *)");
    return Array.from(elements).flatMap((element, index) => {
      if (!element.checkVisibility()) return [];
      const style = getComputedStyle(element);
      const { left, top, width, height } = element.getBoundingClientRect();
      const box = [left - origin.left, top - origin.top, width, height].map(Math.round).join(" ");
      const name = `${index} ${element.getAttribute("data-easel") ?? element.localName}`;
      return names
        .map((key) => `${name} ${key}: ${style.getPropertyValue(key)}`)
        .concat(`${name} is at ${box}`);
    });
  }, properties);

test("isolates parts from an app's element rules and inherited text styles", async ({ page }) => {
  await open(page, "/vite/plain.html");
  const expected = new Set(await computedStyles(page));
  expect(expected.size).toBeGreaterThan(5_000);
  for (const path of [...plainApps, ...tailwindApps]) {
    await open(page, path);
    const changed = (await computedStyles(page)).filter((line) => !expected.has(line));
    expect.soft(changed.slice(0, 40), path).toEqual([]);
  }
});

/** Returns a button's styles, except those for its disabled state. */
const buttonStyle = (page: Page, id: string, names: readonly string[]) =>
  page.getByTestId(id).evaluate((element, keys) => {
    const style = getComputedStyle(element);
    return keys.map((key) => `${key}: ${style.getPropertyValue(key)}`);
  }, names);

for (const path of [
  ...tailwindApps.filter((app) => !app.includes("themes")),
  "/vite/bootstrap.html",
  "/vite/bootstrap-first.html",
]) {
  test(`${path}: lets an app's classes override a part, and keeps the app's button unchanged`, async ({
    page,
  }) => {
    await open(page, path);
    const set = ["background-color", "border-radius", "color", "font-size", "height"];
    expect(await buttonStyle(page, "part", set)).toEqual(
      await buttonStyle(page, "plain-button", set),
    );
    const all = [...properties, "height", "width", "min-height", "transition"];
    expect(await buttonStyle(page, "own-button", all)).toEqual(
      await buttonStyle(page, "plain-button", all),
    );
  });
}

test("keeps the element rules of an app's button", async ({ page }) => {
  await open(page, "/vite/elements.html");
  expect(await buttonStyle(page, "own-button", properties)).toEqual(
    await buttonStyle(page, "plain-button", properties),
  );
});
