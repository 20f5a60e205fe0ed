import { expect, test, vi } from "vitest";
import { createFavourites } from "./createFavourites.ts";
import { memoryStorage } from "./memoryStorage.ts";

test("a star is there at once, goes with a second press, and comes back with the storage", async () => {
  const storage = memoryStorage();
  const favourites = createFavourites({ storage, name: "ada:style" });
  const listener = vi.fn();
  favourites.subscribe(listener);
  favourites.toggle("film noir");
  favourites.toggle("a: b");
  favourites.toggle("film noir");
  expect(favourites.list()).toEqual(["a: b"]);
  expect(listener).toHaveBeenCalled();

  const later = createFavourites({ storage, name: "ada:style" });
  await vi.waitFor(() => expect(later.list()).toEqual(["a: b"]));
  const read = vi.spyOn(storage, "entries");
  const others = createFavourites({ storage, name: "bob:style" });
  await vi.waitFor(() => expect(read).toHaveReturned());
  expect(others.list()).toEqual([]);
});

test("where nothing can be kept, stars last as long as the page", async () => {
  const forbidden = () => {
    throw new Error("SecurityError");
  };
  const storage = { entries: forbidden, set: forbidden, remove: forbidden };
  const favourites = createFavourites({ storage, name: "x" });
  favourites.toggle("anime");
  expect(favourites.list()).toEqual(["anime"]);
  favourites.toggle("anime");
  expect(favourites.list()).toEqual([]);
});
