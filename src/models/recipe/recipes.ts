// Everything that reads and writes recipes, in one lazy module: most visits to a page need none of it.
export { readRecipe } from "./readRecipe.ts";
export { readRecipeLink, writeRecipeLink } from "./recipeLink.ts";
export { writeRecipe } from "./writeRecipe.ts";
