import { expect, inject, test as base } from "vitest";
import { noteDeath } from "../report/browserDeath.ts";
import { startWebKit } from "./startWebKit.ts";

const test = base.extend("webKit", async ({ task }, { onCleanup }) => {
  const webKit = await startWebKit();
  onCleanup(() => noteDeath(task, webKit.stop()));
  return webKit;
});

test("turns a prompt into an image", async ({ webKit }) => {
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
