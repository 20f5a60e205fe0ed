import { afterEach, expect, test, vi } from "vitest";
import { browserStorage } from "./browserStorage.ts";
import { memoryStorage } from "./memoryStorage.ts";

afterEach(() => void vi.unstubAllGlobals());

function createStorage(items: Record<string, string>): Partial<Storage> {
  return {
    get length() {
      return Object.keys(items).length;
    },
    key: (index) => Object.keys(items)[index] ?? null,
    getItem: (key) => items[key] ?? null,
    setItem: (key, text) => void (items[key] = text),
    removeItem: (key) => void Reflect.deleteProperty(items, key),
  };
}

test("stores attempts in localStorage next to the app's items", () => {
  const items: Record<string, string> = { theme: "dark", "easel:x": "0" };
  vi.stubGlobal("localStorage", createStorage(items));
  const storage = browserStorage();
  storage.set("easel::a", "1");
  storage.set("easel::b", "2");
  storage.remove("easel::a");
  expect(items).toEqual({ theme: "dark", "easel:x": "0", "easel::b": "2" });
  expect(storage.entries("easel::")).toEqual([["easel::b", "2"]]);
  expect(storage.shared).toBe(true);
});

test("hides attempts in sessionStorage from other tabs", () => {
  const items: Record<string, string> = {};
  vi.stubGlobal("sessionStorage", createStorage(items));
  const storage = browserStorage("session");
  storage.set("easel::a", "1");
  expect(items).toEqual({ "easel::a": "1" });
  expect(storage.shared).toBe(false);
});

test("reads nothing when it is created", () => {
  const touch = vi.fn(() => {
    throw new Error("forbidden");
  });
  vi.stubGlobal("localStorage", undefined);
  Object.defineProperty(globalThis, "localStorage", { get: touch, configurable: true });
  const storage = browserStorage();
  expect(touch).not.toHaveBeenCalled();
  expect(() => storage.entries("")).toThrow("forbidden");
});

test("memoryStorage behaves the same", () => {
  const storage = memoryStorage();
  storage.set("easel::a", "1");
  storage.set("other", "2");
  expect(storage.entries("easel::")).toEqual([["easel::a", "1"]]);
  storage.remove("easel::a");
  expect(storage.entries("easel::")).toEqual([]);
});
