import { createLater } from "../client/createLater.ts";

/** Reads and writes recipes. Prompt fields and result links load it when they mount. */
export const recipes = createLater(() => import("../models/recipes/recipes.ts"));
