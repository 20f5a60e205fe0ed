"use client";
import { useEffect, useRef } from "react";
import type { Model } from "../models/defineModel.ts";
import type { Recipe } from "../models/recipes/readRecipe.ts";
import { recipeFragment } from "../models/recipes/recipeFragment.ts";
import { recipes } from "../runtime/recipes.ts";

export interface UseRecipeLinkOptions {
  /** Give `false` while the models are still loading: a recipe stays in the address until it is `true`. @default true */
  readonly enabled?: boolean | undefined;
}

/**
 * Calls back with the recipe of the page's address, once, and with each that comes into the address later. It then removes
 * the recipe from the address, so that a reload does not undo later changes. A link generates nothing. The reader is loaded
 * only for an address with a recipe; an address whose recipe can't be read stays as it is.
 *
 * @example
 * useRecipeLink([sdxlTorch], (recipe) => fillForm(modelForm, recipe));
 */
export function useRecipeLink(
  models: readonly Model[],
  onRecipe: (recipe: Recipe) => void,
  { enabled = true }: UseRecipeLinkOptions = {},
): void {
  const latest = useRef({ models, onRecipe });
  useEffect(() => {
    latest.current = { models, onRecipe };
  });
  useEffect(() => {
    if (!enabled) return undefined;
    let cancel = () => {};
    const read = () => {
      cancel();
      if (!recipeFragment.test(window.location.href)) return;
      cancel = recipes.whenLoaded(({ readRecipeLink }) => {
        const found = readRecipeLink(window.location.href, latest.current.models);
        if (!found) return;
        // The state may be a router's.
        window.history.replaceState(window.history.state, "", found.rest);
        latest.current.onRecipe(found.recipe);
      });
    };
    read();
    window.addEventListener("hashchange", read);
    return () => {
      cancel();
      window.removeEventListener("hashchange", read);
    };
  }, [enabled]);
}
