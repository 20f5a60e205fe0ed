import { act, renderHook } from "@testing-library/react";
import { afterEach, beforeAll, expect, test, vi } from "vitest";
import { sd21Txt2img } from "../models/catalog/sd21Txt2img.ts";
import { sdxlTorch } from "../models/catalog/sdxlTorch.ts";
import type { Model } from "../models/defineModel.ts";
import type { Recipe } from "../models/recipes/readRecipe.ts";
import { writeRecipeLink } from "../models/recipes/recipeLink.ts";
import { recipes } from "../runtime/recipes.ts";
import { useRecipeLink } from "./useRecipeLink.ts";

const page = "http://localhost:3000/make";
const linkTo = (prompt: string) => writeRecipeLink(sdxlTorch, { prompt }, page);

beforeAll(() => recipes.load());
afterEach(() => window.history.replaceState(null, "", "/"));

test("calls back once with a recipe in the URL, and removes it", () => {
  window.location.href = linkTo("a fox");
  window.history.replaceState({ router: 1 }, "", window.location.href);
  const onRecipe = vi.fn<(recipe: Recipe) => void>();
  const { rerender, unmount } = renderHook(() => useRecipeLink([sdxlTorch], onRecipe));
  rerender();
  expect(onRecipe.mock.calls.map(([{ values }]) => values)).toEqual([{ prompt: "a fox" }]);
  expect(window.location.hash).toBe("");
  expect(window.history.state).toEqual({ router: 1 });

  window.history.replaceState(null, "", linkTo("a heron"));
  act(() => void window.dispatchEvent(new Event("hashchange")));
  expect(onRecipe).toHaveBeenCalledTimes(2);
  unmount();
  window.history.replaceState(null, "", linkTo("an owl"));
  window.dispatchEvent(new Event("hashchange"));
  expect(onRecipe).toHaveBeenCalledTimes(2);
});

test("leaves the recipe in the URL until enabled, then reads it with the current models", () => {
  window.history.replaceState(null, "", linkTo("a fox"));
  const onRecipe = vi.fn<(recipe: Recipe) => void>();
  const { rerender } = renderHook(
    ({ models, enabled }) => useRecipeLink(models, onRecipe, { enabled }),
    { initialProps: { models: [sd21Txt2img] as readonly Model[], enabled: false } },
  );
  window.dispatchEvent(new Event("hashchange"));
  expect(onRecipe).not.toHaveBeenCalled();
  expect(window.location.hash).not.toBe("");
  rerender({ models: [sdxlTorch], enabled: true });
  expect(onRecipe.mock.calls.map(([{ model }]) => model)).toEqual([sdxlTorch]);
  expect(window.location.hash).toBe("");
});
