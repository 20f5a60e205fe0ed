import type { Model } from "../defineModel.ts";
import { readRecipe, type Recipe } from "./readRecipe.ts";
import { recipeFragment } from "./recipeFragment.ts";
import { writeRecipe } from "./writeRecipe.ts";

const withoutRecipe = (page: string): string =>
  page.replace(recipeFragment, (found) => (found.startsWith("#") ? "#" : "")).replace(/#&?$/, "");

/**
 * A page's address with a recipe in it, for `readRecipeLink` of the same page. A picture that was given as a file is left
 * out.
 *
 * @param page `location.href`, say
 */
export function writeRecipeLink(
  model: Model,
  input: Readonly<Record<string, unknown>>,
  page: string,
): string {
  const rest = withoutRecipe(page);
  const sign = rest.includes("#") ? "&" : "#";
  return `${rest}${sign}easel-recipe=${encodeURIComponent(writeRecipe(model, input))}`;
}

/** The recipe in a page's address, and the address without it; undefined where there is none that can be read. */
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
    // It was cut off in the middle of a sign.
    return undefined;
  }
}
