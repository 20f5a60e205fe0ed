"use client";
import { useEffect, useState, type ClipboardEvent } from "react";
import { mayBeRecipe } from "../../../models/recipes/mayBeRecipe.ts";
import { recipes } from "../../../runtime/recipes.ts";
import { usePromptForm } from "../../form-context/PromptFormContext.ts";
import { askToFill, type PastedRecipe } from "../../recipes/askToFill.ts";
import { offerModule } from "../../recipes/offerModule.ts";
import { replaceText } from "./replaceText.ts";

function insertText(box: HTMLTextAreaElement, text: string): void {
  const { value, selectionStart, selectionEnd } = box;
  const end = selectionStart + text.length;
  const whole = value.slice(0, selectionStart) + text + value.slice(selectionEnd);
  replaceText(box, { text: whole, start: end, end });
}

export function usePastedRecipe() {
  const { modelForm } = usePromptForm("TextField");
  const [pasted, setPasted] = useState<PastedRecipe>();
  const close = () => setPasted(undefined);
  useEffect(() => {
    Promise.all([recipes.load(), offerModule.load()]).catch(() => undefined);
  }, []);

  function onPaste(event: ClipboardEvent<HTMLTextAreaElement>): void {
    const text = event.clipboardData.getData("text/plain");
    if (event.defaultPrevented || !mayBeRecipe(text)) return;
    // Until the recipe code has loaded, a recipe is pasted as plain text.
    const recipe = offerModule.loaded() && recipes.loaded()?.readRecipe(text, [modelForm.model]);
    if (!recipe || Object.keys(recipe.values).length === 0) return;
    event.preventDefault();
    const box = event.currentTarget;
    setPasted({
      ...askToFill(modelForm, recipe, setPasted),
      paste: () => {
        close();
        insertText(box, text);
      },
    });
  }

  return { pasted, onPaste, close };
}
