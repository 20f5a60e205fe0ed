import type { Model } from "../defineModel.ts";
import { readRecipe, type Recipe } from "./readRecipe.ts";
import { recipeFragment } from "./recipeFragment.ts";
import { writeRecipe } from "./writeRecipe.ts";

const withoutRecipe = (page: string): string =>
  page.replace(recipeFragment, (found) => (found.startsWith("#") ? "#" : "")).replace(/#&?$/, "");

/** Returns `page`, a URL such as `location.href`, with a recipe in its fragment. Omits the recipe's image files. */
export function writeRecipeLink(
  model: Model,
  input: Readonly<Record<string, unknown>>,
  page: string,
): string {
  const rest = withoutRecipe(page);
  const separator = rest.includes("#") ? "&" : "#";
  return `${rest}${separator}easel-recipe=${encodeURIComponent(writeRecipe(model, input))}`;
}

export function readRecipeLink(
  page: string,
  models: readonly Model[],
): { readonly recipe: Recipe; readonly rest: string } | undefined {
  const [, text] = recipeFragment.exec(page) ?? [];
  if (text === undefined) return undefined;
  try {
    const recipe = readRecipe(decodeURIComponent(text), models);
    return recipe && { recipe, rest: withoutRecipe(page) };
  } catch {
    return undefined;
  }
}
