import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { startWebKit } from "./startWebKit.ts";

let webKit: Awaited<ReturnType<typeof startWebKit>>;

beforeAll(async () => {
  webKit = await startWebKit();
});
afterAll(() => webKit?.stop());

test("turns a prompt into an image", async () => {
  await webKit.open(`${inject("storybookUrl")}/iframe.html?id=studio--default&viewMode=story`);
  await webKit.fill('textarea[name="prompt"]', "a red panda in a bar");
  await webKit.click('[data-easel="prompt-form-submit"]');
  const readImage = () =>
    webKit.run(`
      const image = document.querySelector('[data-easel="image-result-image"]');
      return image && [image.alt, image.naturalWidth];
    `);
  await expect.poll(readImage).toEqual(["a red panda in a bar", 1024]);
});
