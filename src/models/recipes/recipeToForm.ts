import type { Model } from "../defineModel.ts";
import { describeFields } from "../describeFields.ts";
import { defaultValues, type FormValues } from "../formValues.ts";
import type { Recipe } from "./readRecipe.ts";

/**
 * Returns form values for a recipe. Fields that the recipe omits are set to their defaults, except input images.
 *
 * @example
 * const recipe = readRecipe("a fox\nSteps: 20, Seed: 7, Size: 1024x1024", [sdxlTorch]);
 * const fill = recipe && recipeToForm(sdxlTorch, recipe);
 */
export function recipeToForm(model: Model, { values }: Pick<Recipe, "values">): FormValues {
  const defaults: FormValues = defaultValues(model);
  const settings = describeFields(model).filter(({ kind }) => kind !== "image");
  return { ...Object.fromEntries(settings.map(({ name }) => [name, defaults[name]])), ...values };
}
