import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readImageText } from "react-easel/client";
import { catalog, readRecipe, readRecipeLink, sdxlTorch, type Recipe } from "react-easel/models";
import { expect, test } from "vitest";
import recipes from "./fixtures/recipes.json" with { type: "json" };

const images = fileURLToPath(new URL("fixtures/images", import.meta.url));

async function readImage(name: string): Promise<Recipe | undefined> {
  const texts = await readImageText(new Blob([readFileSync(join(images, name))]));
  return texts.map((text) => readRecipe(text, [sdxlTorch])).find((recipe) => recipe !== undefined);
}

// Images with the same settings in different programs' formats and encodings.
test.each(readdirSync(images))("%s fills the form", async (name) => {
  const recipe = await readImage(name);
  expect(recipe?.values).toEqual({
    prompt: "une lanterne en papier, brume épaisse, 提灯",
    negative_prompt: "flou",
    num_inference_steps: 24,
    scheduler: "Euler a",
    guidance_scale: 6.5,
    seed: 4_242_424_242,
    img_width: 1024,
    img_height: 1024,
  });
  expect(recipe?.unused.map((unused) => unused.name).filter((one) => /prompt$/i.test(one))).toEqual(
    name === "fooocus.png" ? ["full_negative_prompt", "full_prompt"] : [],
  );
});

test("lists a program's other settings verbatim", async () => {
  expect((await readImage("comfyui.png"))?.unused).toEqual([
    { name: "ckpt_name", text: "x.safetensors" },
    { name: "denoise", text: "1" },
    { name: "EmptyLatentImage batch_size", text: "1" },
  ]);
  expect((await readImage("drawthings-xmp.png"))?.unused).toEqual([
    { name: "Model", text: "paper_f16.ckpt" },
    { name: "Strength", text: "1.0" },
  ]);
});

// Recipes from earlier versions. Add new versions' output, but never change existing recipes.
test.each(recipes)("reads the recipe and link written by $by", ({ text, link, model, values }) => {
  const expected = { model: catalog.find(({ id }) => id === model), values, unused: [] };
  expect(readRecipe(text, catalog)).toEqual(expected);
  expect(readRecipeLink(link, catalog)).toEqual({
    recipe: expected,
    rest: "https://app.example/make?tab=2",
  });
});
