import { hostCalls } from "../client/createClient.ts";
import { engine } from "../runtime/loadEngine.ts";
import { recipes } from "../runtime/loadRecipes.ts";

/** What comes beside a page is there once this module is: a test then finds things as they are in a page that stands. */
export const engineThere: unknown = await Promise.all([
  engine.get(),
  hostCalls.get(),
  recipes.get(),
]);
