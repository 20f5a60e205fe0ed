import { fileURLToPath } from "node:url";
import type { Page } from "@playwright/test";
import { findFreePort } from "../../scripts/findFreePort.mjs";
import { expect, test as base } from "../e2e/test.ts";
import { createApp, type App } from "./createApp.ts";
import { readFiles, type Files } from "./readFiles.ts";
import { nextTemplate, reactRouterTemplate, viteTemplate } from "./templates.ts";

const fromRoot = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const guide = fromRoot("docs/guide/getting-started.md");

const next = "test/next/node_modules/next/dist/bin/next";
const vite = "node_modules/vite/bin/vite.js";
const reactRouter = "test/quickstart/node_modules/@react-router/dev/bin.js";

const test = base.extend<{ create: typeof createApp }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright requires the pattern
  create: async ({}, provide) => {
    const apps: App[] = [];
    await provide((folder, files) => {
      const app = createApp(folder, files);
      apps.push(app);
      return app;
    });
    for (const app of apps) await app.stop();
  },
});

/** Opens a page and records its errors and its requests to other hosts. */
async function open(page: Page, url: string): Promise<() => readonly string[]> {
  const complaints: string[] = [];
  const { host } = new URL(url);
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  page.on("request", (request) => {
    const asked = new URL(request.url());
    if (asked.protocol.startsWith("http") && asked.host !== host) complaints.push(asked.href);
  });
  await page.goto(url);
  return () => complaints;
}

async function generate(page: Page, prompt: string): Promise<void> {
  await page.getByLabel("Prompt", { exact: true }).fill(prompt);
  await page.getByRole("button", { name: "Generate" }).click();
}

/** Waits for a prompt's image, loaded from the page's origin. */
async function expectImage(page: Page, prompt: string): Promise<void> {
  const image = page.locator(`[data-easel="image-result-image"][alt*="${prompt}"]`).first();
  await expect(image).toBeVisible();
  await expect.poll(() => image.evaluate((one: HTMLImageElement) => one.naturalWidth)).not.toBe(0);
  const src = new URL((await image.getAttribute("src")) ?? "");
  expect(src.origin).toBe(new URL(page.url()).origin);
}

async function tryOut(page: Page, url: string): Promise<void> {
  const complaints = await open(page, url);
  await generate(page, "a lighthouse at dusk");
  await expectImage(page, "a lighthouse at dusk");
  expect(complaints()).toEqual([]);
}

/** Replaces the page's port with a free one. */
const withPort = (files: Files, port: number): Files =>
  Object.fromEntries(
    Object.entries(files).map(([path, text]) => [path, text.replaceAll("3000", String(port))]),
  );

const nextFiles = readFiles(guide, "Next.js (App Router)");
const routePath = "app/api/easel/[...path]/route.ts";
const route = nextFiles[routePath] ?? "";

for (const page of ["README.md", "stories/Introduction.mdx"]) {
  test(`matches the quick start of ${page} with the Next setup`, () => {
    expect(readFiles(fromRoot(page), "Quick start")).toEqual(nextFiles);
  });
}

test("Next: prerenders the form without secrets, and rejects requests to that build's sandbox", async ({
  create,
}) => {
  const app = create("test/next/quickstart", { ...nextTemplate, ...nextFiles });
  const port = await findFreePort();
  await app.run(next, "build");
  const url = `http://localhost:${port}`;
  await app.start(url, next, "start", "--port", String(port));
  expect(await (await fetch(url)).text()).toContain("<form");
  const health = await fetch(`${url}/api/easel/health`);
  expect(await health.json()).toMatchObject({ code: "not_configured", charged: "no" });
});

test("Next: generates an image, and another one while the route is edited", async ({
  create,
  page,
}) => {
  const app = create("test/next/quickstart", { ...nextTemplate, ...nextFiles });
  const port = await findFreePort();
  const url = `http://localhost:${port}`;
  await app.start(url, next, "dev", "--port", String(port));
  await tryOut(page, url);

  const edited = (options: string) =>
    route.replace("createSandboxHandler({", `createSandboxHandler({ ${options},`);
  const limit = async () => {
    const config = await fetch(`${url}/api/easel/config`);
    const { limits } = (await config.json()) as { limits: { requestsPerMinute?: number } };
    return limits.requestsPerMinute;
  };
  // A low speed keeps the job pending until after the second edit.
  app.write(routePath, edited("speed: 0.5, limits: { requestsPerMinute: 1111 }"));
  await expect.poll(limit).toBe(1111);
  const submitted = page.waitForResponse((response) => response.request().method() === "POST");
  await generate(page, "a paper boat");
  const { status_url: statusUrl } = (await (await submitted).json()) as { status_url: string };
  app.write(routePath, edited("limits: { requestsPerMinute: 2222 }"));
  await expect.poll(limit).toBe(2222);
  const { status } = (await (await fetch(url + statusUrl)).json()) as { status: string };
  expect(status).toMatch(/QUEUED|PROCESSING/);
  await expectImage(page, "a paper boat");
});

async function startVite(create: typeof createApp, setup: string) {
  const [backend, dev] = [await findFreePort(), await findFreePort()];
  const files = { ...readFiles(guide, "Vite and Express"), ...readFiles(guide, setup) };
  const app = create("test/quickstart/apps/vite", { ...viteTemplate, ...withPort(files, backend) });
  const [server, page] = [`http://localhost:${backend}`, `http://localhost:${dev}`];
  await app.start(server, "./server.js");
  await app.start(page, vite, "--port", String(dev), "--strictPort");
  return { app, server, page };
}

test("Vite and Express: generates images through Vite's proxy and on the built page", async ({
  create,
  page,
}) => {
  const served = await startVite(create, "Vite and Express");
  await tryOut(page, served.page);
  await served.app.run(vite, "build");
  await tryOut(page, served.server);
});

test("Hono: generates an image", async ({ create, page }) => {
  await tryOut(page, (await startVite(create, "Hono")).page);
});

test("React Router: builds without secrets, and generates an image", async ({ create, page }) => {
  const files = { ...reactRouterTemplate, ...readFiles(guide, "React Router") };
  const app = create("test/quickstart/apps/react-router", files);
  await app.run(reactRouter, "build");
  const port = await findFreePort();
  await app.start(`http://localhost:${port}`, reactRouter, "dev", "--port", String(port));
  await tryOut(page, `http://localhost:${port}`);
});
