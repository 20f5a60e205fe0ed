import { fillForm } from "../../hooks/fillForm.ts";
import type { ModelForm } from "../../hooks/useModelForm.ts";
import type { Recipe } from "../../models/recipes/readRecipe.ts";

interface AskingRecipe {
  readonly phase: "asking";
  readonly recipe: Recipe;
  readonly fill: () => void;
  readonly paste?: () => void;
}

export type PastedRecipe =
  | AskingRecipe
  | { readonly phase: "filled"; readonly recipe: Recipe; readonly undo: () => void };

/** Returns an offer to fill the form with a recipe. After `fill`, `undo` restores the form and hides the offer. */
export function askToFill(
  modelForm: ModelForm,
  recipe: Recipe,
  show: (next: PastedRecipe | undefined) => void,
): AskingRecipe {
  function fill(): void {
    const putBack = fillForm(modelForm, recipe);
    function undo() {
      putBack();
      show(undefined);
    }
    show({ phase: "filled", recipe, undo });
  }
  return { phase: "asking", recipe, fill };
}
