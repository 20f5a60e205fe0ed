import { createLater } from "../client/createLater.ts";

/** Reads and writes recipes. Loaded when a recipe may be at hand. */
export const recipes = createLater(() => import("../models/recipe/recipes.ts"));
