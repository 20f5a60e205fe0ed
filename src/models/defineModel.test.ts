import { expect, test } from "vitest";
import * as zod3 from "zod/v3";
import * as classic from "zod/v4";
import * as mini from "zod/v4-mini";
import { defineModel, isModelId, type Model } from "./defineModel.ts";

const input = classic.object({ prompt: classic.string() });
const good = { id: "own", title: "Own", task: "text-to-image", input } as const;

test("returns its argument, for classic and mini", () => {
  expect(defineModel(good)).toBe(good);
  const own = { ...good, input: mini.object({ prompt: mini.string() }), initial: { prompt: "a" } };
  expect(defineModel(own)).toBe(own);
});

test.each(["sdxl-torch", "sd2.1-txt2img", "a", "A_1", `a${"b".repeat(99)}`])(
  "accepts the ID %j",
  (id) => {
    expect(isModelId(id)).toBe(true);
    expect(() => defineModel({ ...good, id })).not.toThrow();
  },
);

test.each([
  "",
  ".",
  "..",
  "a..b",
  "-a",
  ".a",
  "a/b",
  "a\\b",
  "a b",
  "a?b",
  "a%2fb",
  "é",
  "a\n",
  `a${"b".repeat(100)}`,
])("rejects the ID %j with a reason", (id) => {
  expect(isModelId(id)).toBe(false);
  const make = () => defineModel({ ...good, id });
  expect(make).toThrow(TypeError);
  expect(make).toThrow(/isn't a valid model ID\. .* Use the service's slug/);
});

test.each([
  ["undefined", undefined],
  ["null", null],
  ["a string's schema", classic.string()],
  ["a plain object", { prompt: "string" }],
])("rejects an input that isn't a zod 4 object: %s", (_, given) => {
  const make = () => defineModel({ ...good, input: given } as unknown as Model);
  expect(make).toThrow(TypeError);
  expect(make).toThrow(/"own" is not a zod 4 object, so .* Use z\.object/);
});

test.each([
  ["an object", zod3.object({ prompt: zod3.string() })],
  ["a refined object", zod3.object({ prompt: zod3.string() }).refine(() => true)],
])("rejects a zod 3 input and names zod/v4: %s", (_, given) => {
  const make = () => defineModel({ ...good, input: given } as unknown as Model);
  expect(make).toThrow(TypeError);
  expect(make).toThrow(/"own" was made with zod 3, .* Import z from "zod\/v4"/);
});

test.each(["promt", "constructor", "toString"])(
  "rejects an initial value for the unknown field %j",
  (name) => {
    const make = () => defineModel({ ...good, initial: { [name]: "a" } });
    expect(make).toThrow(TypeError);
    expect(make).toThrow(`sets "${name}"`);
  },
);
