import { lazyModule } from "../../client/lazyModule.ts";

/** Loaded before a recipe is read, so that it renders at once. */
export const offerModule = lazyModule(() => import("./RecipeOffer.tsx"));
