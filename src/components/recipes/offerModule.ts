import { lazyModule } from "../../client/lazyModule.ts";

/** Loaded before a recipe is read, so that the offer renders immediately. */
export const offerModule = lazyModule(() => import("./RecipeOffer.tsx"));
