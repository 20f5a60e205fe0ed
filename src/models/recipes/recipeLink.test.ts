import { expect, test } from "vitest";
import { payloads } from "../../../test/payloads.ts";
import { catalog } from "../catalog/catalog.ts";
import { sdxlTorch } from "../catalog/sdxlTorch.ts";
import { readRecipeLink, writeRecipeLink } from "./recipeLink.ts";

const page = "https://app.example/make?tab=2";

test.each(catalog.map((model) => [model.id, model] as const))(
  "restores the payload of %s from a link, and keeps the page's URL",
  (id, model) => {
    const link = writeRecipeLink(model, payloads[id] ?? {}, page);
    expect(new URL(link).search).toBe("?tab=2");
    const read = readRecipeLink(link, catalog);
    expect(read).toEqual({ recipe: { model, values: payloads[id], unused: [] }, rest: page });
  },
);

test("keeps the app's fragment, and replaces an earlier recipe", () => {
  const first = writeRecipeLink(sdxlTorch, { prompt: "a fox" }, `${page}#/gallery`);
  const second = writeRecipeLink(sdxlTorch, { prompt: "a & b # c" }, first);
  expect(readRecipeLink(second, catalog)).toMatchObject({
    recipe: { values: { prompt: "a & b # c" } },
    rest: `${page}#/gallery`,
  });
  expect(second.match(/easel-recipe/g)).toHaveLength(1);
});

test.each([page, `${page}#top`, `${page}#easel-recipe=`, `${page}#easel-recipe=%E0%A4%A`])(
  "finds no recipe in %s",
  (address) => {
    expect(readRecipeLink(address, catalog)).toBeUndefined();
  },
);
