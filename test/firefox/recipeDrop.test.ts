import { encode } from "fast-png";
import { writeImageText } from "react-easel/client";
import { en } from "react-easel/labels";
import { sdxlTorch, writeRecipe } from "react-easel/models";
import { expect } from "vitest";
import { test } from "./firefoxTest.ts";
import { button, openStudio, prompt, read } from "./studioPage.ts";

async function imageWithRecipe(text: string): Promise<string> {
  const png = encode({ width: 8, height: 8, data: new Uint8Array(256), channels: 4 });
  const recipe = writeRecipe(sdxlTorch, { prompt: text, seed: 468685 });
  const image = await writeImageText(new Blob([png.slice()]), recipe);
  return Buffer.from(await image.arrayBuffer()).toString("base64");
}

test("fills the form from the recipe of a dropped PNG", async ({ page }) => {
  await openStudio(page);
  await page.locator("form").wait();
  await page.$eval(
    "form",
    (form, base64) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.codePointAt(0) ?? 0);
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([bytes], "fox.png", { type: "image/png" }));
      form.dispatchEvent(new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer }));
    },
    await imageWithRecipe("a red fox"),
  );
  await page.locator(button(en.prompt.recipeFill)).click();
  await expect.poll(() => read(page, prompt, "value")).toBe("a red fox");
  await expect.poll(() => read(page, '[name="seed"]', "value")).toBe("468685");
});
