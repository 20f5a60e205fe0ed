import type { Model } from "../models/defineModel.ts";
import type { Recipe } from "../models/recipes/readRecipe.ts";
import { recipeToForm } from "../models/recipes/recipeToForm.ts";
import type { ModelForm } from "./useModelForm.ts";

/** Fills a form and returns an undo function. A full `Recipe` also resets the fields it omits, except input images. */
export function fillForm<M extends Model>(
  modelForm: ModelForm<M>,
  recipe: Pick<Recipe, "values"> & Partial<Pick<Recipe, "unused">>,
): () => void {
  const { fields, form, model } = modelForm as unknown as ModelForm;
  const values = recipe.unused ? recipeToForm(model, recipe) : recipe.values;
  const known = fields.map(({ name }) => name).filter((name) => Object.hasOwn(values, name));
  const before = Object.fromEntries(known.map((name) => [name, form.getValues(name)]));

  function put(next: Readonly<Record<string, unknown>>): void {
    for (const name of known) {
      // Revalidates only fields that already show an error, so that no new errors appear.
      const shouldValidate = form.getFieldState(name).error !== undefined;
      form.setValue(name, next[name], { shouldDirty: true, shouldValidate });
    }
  }
  put(values);
  return () => put(before);
}
