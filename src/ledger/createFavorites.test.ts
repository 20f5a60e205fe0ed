import { expect, test, vi } from "vitest";
import { createFavorites } from "./createFavorites.ts";
import { memoryStorage } from "./memoryStorage.ts";

test("toggles a favorite immediately, and loads it from storage", async () => {
  const storage = memoryStorage();
  const favorites = createFavorites({ storage, name: "ada:style" });
  const listener = vi.fn();
  favorites.subscribe(listener);
  favorites.toggle("film noir");
  favorites.toggle("a: b");
  favorites.toggle("film noir");
  expect(favorites.list()).toEqual(["a: b"]);
  expect(listener).toHaveBeenCalled();

  const later = createFavorites({ storage, name: "ada:style" });
  await vi.waitFor(() => expect(later.list()).toEqual(["a: b"]));
  const read = vi.spyOn(storage, "entries");
  const others = createFavorites({ storage, name: "bob:style" });
  await vi.waitFor(() => expect(read).toHaveReturned());
  expect(others.list()).toEqual([]);
});

test("keeps favorites until the page closes if they can't be stored", async () => {
  const forbidden = () => {
    throw new Error("SecurityError");
  };
  const storage = { entries: forbidden, set: forbidden, remove: forbidden };
  const favorites = createFavorites({ storage, name: "x" });
  favorites.toggle("anime");
  expect(favorites.list()).toEqual(["anime"]);
  favorites.toggle("anime");
  expect(favorites.list()).toEqual([]);
});
