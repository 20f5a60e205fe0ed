import { act, renderHook } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { sdxlTorch, writeRecipeLink, type Recipe } from "../models/index.ts";
import { useRecipeLink } from "./index.ts";

const page = "http://localhost:3000/make";
const linkTo = (prompt: string) => writeRecipeLink(sdxlTorch, { prompt }, page);

afterEach(() => window.history.replaceState(null, "", "/"));

test("a recipe in the page's address is heard of once, and leaves the address as it was", () => {
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
