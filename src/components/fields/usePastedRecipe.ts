"use client";
import { useEffect, useState, type ClipboardEvent } from "react";
import { fillForm } from "../../hooks/index.ts";
import { recipes } from "../../hooks/loadRecipes.ts";
import type { Recipe } from "../../models/index.ts";
import { mayBeRecipe } from "../../models/recipe/mayBeRecipe.ts";
import { usePromptForm } from "../form/PromptFormContext.ts";
import { replaceText } from "./replaceText.ts";

export type PastedRecipe =
  | {
      readonly phase: "asking";
      readonly recipe: Recipe;
      readonly fill: () => void;
      /** Takes it for the text that it is; undefined where that makes no sense. */
      readonly paste?: () => void;
    }
  | { readonly phase: "filled"; readonly recipe: Recipe; readonly undo: () => void };

export interface UsePastedRecipeResult {
  readonly pasted: PastedRecipe | undefined;
  readonly onPaste: (event: ClipboardEvent<HTMLTextAreaElement>) => void;
  readonly close: () => void;
}

/** Puts a text where the caret is, as the browser would have. */
function insertText(box: HTMLTextAreaElement, text: string): void {
  const { value, selectionStart, selectionEnd } = box;
  const end = selectionStart + text.length;
  const whole = value.slice(0, selectionStart) + text + value.slice(selectionEnd);
  replaceText(box, { text: whole, start: end, end });
}

/** Notices a recipe among what is pasted, and asks before anything is done with it. */
export function usePastedRecipe(): UsePastedRecipeResult {
  const { modelForm } = usePromptForm("TextField");
  const [pasted, setPasted] = useState<PastedRecipe>();
  const close = () => setPasted(undefined);
  useEffect(() => recipes.hurry(), []);

  function fill(recipe: Recipe): void {
    const putBack = fillForm(modelForm, recipe);
    function undo() {
      putBack();
      close();
    }
    setPasted({ phase: "filled", recipe, undo });
  }

  /** Returns whether there is something to ask. */
  function offer(box: HTMLTextAreaElement, text: string, recipe: Recipe | undefined): boolean {
    if (!recipe || Object.keys(recipe.values).length === 0) return false;
    setPasted({
      phase: "asking",
      recipe,
      fill: () => fill(recipe),
      paste: () => {
        close();
        insertText(box, text);
      },
    });
    return true;
  }

  function onPaste(event: ClipboardEvent<HTMLTextAreaElement>): void {
    const text = event.clipboardData.getData("text/plain");
    if (event.defaultPrevented || !mayBeRecipe(text)) return;
    const box = event.currentTarget;
    const models = [modelForm.model];
    const loaded = recipes.now();
    if (loaded) {
      if (offer(box, text, loaded.readRecipe(text, models))) event.preventDefault();
      return;
    }
    // Until the reader is here, a paste waits for it.
    event.preventDefault();
    void recipes
      .get()
      .then(({ readRecipe }) => readRecipe(text, models))
      .catch(() => undefined)
      .then((recipe) => offer(box, text, recipe) || insertText(box, text));
  }

  return { pasted, onPaste, close };
}
