import type { Model } from "../defineModel.ts";
import { describeFields } from "../describeFields.ts";
import { defaultValues, type FormValues } from "../formValues.ts";
import type { Recipe } from "./readRecipe.ts";

/**
 * Returns a form's values for a recipe: a field that the recipe doesn't name goes to the model's default, else to blank, so
 * that nothing of what was in the form before changes the image. `PromptForm.Root` takes them as `fill`. Input images are
 * left out unless the recipe names one, because a recipe can't hold a file.
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
