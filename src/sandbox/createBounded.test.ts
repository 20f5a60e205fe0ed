import { expect, test } from "vitest";
import { createBounded } from "./createBounded.ts";

test("drops the oldest entries beyond the maximum number", () => {
  const bounded = createBounded<string, number>(2);
  bounded.set("a", 1);
  bounded.set("b", 2);
  bounded.set("a", 3);
  bounded.set("c", 4);
  expect(["a", "b", "c"].map((key) => bounded.get(key))).toEqual([3, undefined, 4]);
});

test("drops the oldest entries beyond the total size, but never the newest", () => {
  const bounded = createBounded<string, string>(10, 100);
  bounded.set("a", "A", 60);
  bounded.set("b", "B", 40);
  expect(bounded.get("a")).toBe("A");
  bounded.set("c", "C", 50);
  expect(["a", "b", "c"].map((key) => bounded.get(key))).toEqual([undefined, "B", "C"]);
  bounded.set("c", "smaller", 10);
  bounded.set("d", "D", 50);
  expect(["b", "c", "d"].map((key) => bounded.get(key))).toEqual(["B", "smaller", "D"]);
  bounded.set("e", "E", 1_000);
  expect(["d", "e"].map((key) => bounded.get(key))).toEqual([undefined, "E"]);
});
