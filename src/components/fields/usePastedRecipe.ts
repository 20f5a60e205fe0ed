"use client";
import { useState, type ClipboardEvent } from "react";
import { fillForm } from "../../hooks/index.ts";
import { readRecipe, type Recipe } from "../../models/index.ts";
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

/** Notices a recipe among what is pasted, and asks before anything is done with it. */
export function usePastedRecipe(): UsePastedRecipeResult {
  const { modelForm } = usePromptForm("TextField");
  const [pasted, setPasted] = useState<PastedRecipe>();
  const close = () => setPasted(undefined);

  function onPaste(event: ClipboardEvent<HTMLTextAreaElement>): void {
    const text = event.clipboardData.getData("text/plain");
    const recipe = event.defaultPrevented ? undefined : readRecipe(text, [modelForm.model]);
    if (!recipe || Object.keys(recipe.values).length === 0) return;
    event.preventDefault();
    const box = event.currentTarget;
    const { value, selectionStart, selectionEnd } = box;
    setPasted({
      phase: "asking",
      recipe,
      fill: () => {
        const undo = fillForm(modelForm, recipe);
        setPasted({
          phase: "filled",
          recipe,
          undo: () => {
            undo();
            close();
          },
        });
      },
      paste: () => {
        close();
        const end = selectionStart + text.length;
        const whole = value.slice(0, selectionStart) + text + value.slice(selectionEnd);
        replaceText(box, { text: whole, start: end, end });
      },
    });
  }

  return { pasted, onPaste, close };
}
