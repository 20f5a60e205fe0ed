"use client";
import { useEffect, useRef } from "react";
import type { Model } from "../models/defineModel.ts";
import type { Recipe } from "../models/recipes/readRecipe.ts";
import { recipeFragment } from "../models/recipes/recipeFragment.ts";
import { recipes } from "../runtime/recipes.ts";

export interface UseRecipeLinkOptions {
  /** Whether to read the URL. While models are loading, pass `false` to keep the recipe in the URL. @default true */
  readonly enabled?: boolean | undefined;
}

/** Removes a readable recipe from the page's URL and passes the recipe to `onRecipe`. Doesn't submit anything. */
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
        // Preserves `history.state`, where a router may keep its state.
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
