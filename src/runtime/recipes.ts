import { lazyModule } from "../client/lazyModule.ts";

export const recipes = lazyModule(() => import("../models/recipes/recipes.ts"));
