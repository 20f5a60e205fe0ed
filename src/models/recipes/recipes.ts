// Entry point of the lazily loaded recipe module.
export { readRecipe } from "./readRecipe.ts";
export { readRecipeLink, writeRecipeLink } from "./recipeLink.ts";
export { writeRecipe } from "./writeRecipe.ts";
