"use client";
import { useState, type DragEvent, type HTMLAttributes } from "react";
import type { ModelForm } from "../../hooks/useModelForm.ts";
import { readImageText } from "../../images/imageText.ts";
import type { Model } from "../../models/defineModel.ts";
import type { Recipe } from "../../models/recipes/readRecipe.ts";
import { recipes } from "../../runtime/recipes.ts";
import { askToFill, type PastedRecipe } from "./askToFill.ts";
import { offerModule } from "./offerModule.ts";

const mostTextBytes = 2_000_000;

async function textsIn(file: File): Promise<readonly string[]> {
  const isText = file.type.startsWith("text/") || file.type === "application/json";
  if (!isText) return readImageText(file);
  return file.size > mostTextBytes ? [] : [await file.text()];
}

async function recipeIn(file: File, model: Model): Promise<Recipe | undefined> {
  const [texts, { readRecipe }] = await Promise.all([
    textsIn(file),
    recipes.load(),
    offerModule.load(),
  ]);
  return texts
    .map((text) => readRecipe(text, [model]))
    .find((recipe) => recipe && Object.keys(recipe.values).length > 0);
}

/** Returns whether the form handles a drag event. A field that accepts files handles its drag events first. */
const isForForm = ({ defaultPrevented, dataTransfer }: DragEvent): boolean =>
  !defaultPrevented && dataTransfer.types.includes("Files");

/** Returns drag handlers and the recipe of a dropped file. The handlers prevent the browser from opening the file. */
export function useDroppedRecipe(modelForm: ModelForm) {
  // Recipe of the dropped file, or `"none"` if the file has no recipe.
  const [dropped, setDropped] = useState<PastedRecipe | "none">();
  const [isOver, setIsOver] = useState(false);
  const close = () => setDropped(undefined);

  async function read(file: File): Promise<void> {
    const recipe = await recipeIn(file, modelForm.model).catch(() => undefined);
    setDropped(recipe ? askToFill(modelForm, recipe, setDropped) : "none");
  }

  const handlers: Pick<HTMLAttributes<HTMLElement>, "onDragOver" | "onDragLeave" | "onDrop"> = {
    onDragOver: (event) => {
      setIsOver(isForForm(event));
      if (isForForm(event)) event.preventDefault();
    },
    onDragLeave: ({ currentTarget, relatedTarget }) => {
      if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) {
        setIsOver(false);
      }
    },
    onDrop: (event) => {
      setIsOver(false);
      const [file] = event.dataTransfer.files;
      if (!file || !isForForm(event)) return;
      event.preventDefault();
      void read(file);
    },
  };
  return { dropped, close, isOver, handlers };
}
