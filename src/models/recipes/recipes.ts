// Everything that reads and writes recipes, in one lazy module: forms and results render without it.
export { readRecipe } from "./readRecipe.ts";
export { readRecipeLink, writeRecipeLink } from "./recipeLink.ts";
export { writeRecipe } from "./writeRecipe.ts";
