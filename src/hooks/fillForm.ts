import type { Model, Recipe } from "../models/index.ts";
import type { ModelForm } from "./useModelForm.ts";

/**
 * Puts a recipe's values into a form; what the recipe leaves open stays as it is.
 *
 * @returns the way back: it puts the earlier values in again.
 *
 * @example
 * const recipe = readRecipe(text, [modelForm.model]);
 * const undo = recipe && fillForm(modelForm, recipe);
 */
export function fillForm<M extends Model>(
  modelForm: ModelForm<M>,
  { values }: Pick<Recipe, "values">,
): () => void {
  const { fields, form } = modelForm as unknown as ModelForm;
  const known = fields.map(({ name }) => name).filter((name) => Object.hasOwn(values, name));
  const before = Object.fromEntries(known.map((name) => [name, form.getValues(name)]));

  function put(next: Readonly<Record<string, unknown>>): void {
    for (const name of known) {
      // A field that was refused is looked at again; one that nobody has seen yet is left in peace.
      const shouldValidate = form.getFieldState(name).error !== undefined;
      form.setValue(name, next[name], { shouldDirty: true, shouldValidate });
    }
  }
  put(values);
  return () => put(before);
}
