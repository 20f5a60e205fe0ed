import { expect, test } from "../e2e/test.ts";

test("renders the form on the server and hydrates it without console output", async ({ page }) => {
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  const answer = await page.goto("/");
  expect(await answer?.text()).toContain('data-easel="prompt-form-submit"');

  await page.getByLabel("Prompt", { exact: true }).fill("a lighthouse at dusk");
  await page.getByRole("button", { name: "Generate" }).click();
  const image = page.locator('[data-easel="image-result-image"]');
  await expect(image).toHaveAttribute("alt", /a lighthouse at dusk/);
  expect(complaints).toEqual([]);
});

test("has the example's colors in both themes", async ({ page }) => {
  for (const [colorScheme, background] of [
    ["light", "rgb(184, 66, 15)"],
    ["dark", "rgb(255, 148, 102)"],
  ] as const) {
    await page.emulateMedia({ colorScheme });
    await page.goto("/");
    await expect(page.locator("[data-easel=prompt-form-submit]")).toHaveCSS(
      "background-color",
      background,
    );
  }
});

test("serves submits, streamed events and results as a route, and rejects strangers", async ({
  request,
}) => {
  const submitted = await request.post("/api/easel/v2/sdxl-torch", {
    data: { prompt: "a paper boat" },
  });
  const job = (await submitted.json()) as { request_id: string; response_url: string };
  expect([submitted.status(), job.response_url]).toEqual([
    200,
    `/api/easel/v2/requests/${job.request_id}`,
  ]);
  const events = await request.get(`${job.response_url}/events`);
  expect(events.headers()["content-type"]).toBe("text/event-stream");
  const states = [...(await events.text()).matchAll(/"status":"(\w+)"/g)].map(([, state]) => state);
  expect(states.at(-1)).toBe("COMPLETED");
  const result = await request.get(job.response_url);
  expect([result.status(), result.headers()["cache-control"]]).toEqual([200, "no-store"]);
  expect(await result.json()).toMatchObject({ status: "COMPLETED" });

  const evil = await request.post("/api/easel/v2/sdxl-torch", {
    data: { prompt: "a paper boat" },
    headers: { origin: "https://evil.example" },
  });
  expect(evil.status()).toBe(403);
  const head = await request.head("/api/easel/config");
  expect([head.status(), (await head.body()).length]).toEqual([200, 0]);
  expect((await request.get("/api/easel/v2/requests/forged/status")).status()).toBe(404);
});
