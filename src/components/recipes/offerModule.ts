import { lazyModule } from "../../client/lazyModule.ts";

/** Lazy module with the recipe offer. Loaded before a recipe is read, so that the offer renders immediately. */
export const offerModule = lazyModule(() => import("./RecipeOffer.tsx"));
