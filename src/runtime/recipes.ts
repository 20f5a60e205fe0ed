import { lazyModule } from "../client/lazyModule.ts";

/** Recipe code, which prompt fields and result links load when they mount. */
export const recipes = lazyModule(() => import("../models/recipes/recipes.ts"));
