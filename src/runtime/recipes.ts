import { lazyModule } from "../client/lazyModule.ts";

/** Reads and writes recipes. Prompt fields and result links load it when they mount. */
export const recipes = lazyModule(() => import("../models/recipes/recipes.ts"));
