import { expect, test } from "vitest";
import * as classic from "zod/v4";
import * as mini from "zod/v4-mini";
import { defineModel } from "./defineModel.ts";
import { parseInput } from "./parseInput.ts";

const model = defineModel({
  id: "own",
  title: "Own",
  task: "text-to-image",
  input: classic.object({
    name: classic.string().min(1).optional(),
    code: classic.string().min(3).max(5).optional(),
    tags: classic.array(classic.string()).min(2).max(3).optional(),
    int: classic.int().min(1).max(9).optional(),
    open: classic.number().gt(0).lt(1).optional(),
    eighths: classic.int().multipleOf(8).optional(),
    one: classic.literal("only").optional(),
    few: classic.enum(["a", "b"]).optional(),
    many: classic.enum("abcdefghijklm".split("")).optional(),
    link: classic.url().optional(),
    pattern: classic.string().regex(/^\d+$/).optional(),
    worded: classic.string().regex(/^\d+$/, "Digits only.").optional(),
    either: classic.union([classic.int(), classic.boolean()]).optional(),
    own: classic
      .int()
      .refine((value) => value !== 13, "Not that one.")
      .optional(),
    box: classic.object({ a: classic.int() }).optional(),
    flag: classic.boolean().optional(),
  }),
});

test.each([
  ["name", "", "This is needed."],
  ["name", 4, "Must be a text."],
  ["code", "ab", "Must have at least 3 characters."],
  ["code", "abcdef", "Must have at most 5 characters."],
  ["tags", "a", "Must be a list."],
  ["tags", ["a"], "Must have at least 2 entries."],
  ["tags", ["a", "b", "c", "d"], "Must have at most 3 entries."],
  ["int", "4", "Must be a number."],
  ["int", 1.5, "Must be a whole number."],
  ["int", 0, "Must be 1 or more."],
  ["int", 10, "Must be 9 or less."],
  ["open", 0, "Must be more than 0."],
  ["open", 1, "Must be less than 1."],
  ["open", NaN, "Must be a number."],
  ["eighths", 12, "Must be a multiple of 8."],
  ["one", "other", "Must be only."],
  ["few", "c", "Must be one of a, b."],
  ["many", "z", "Must be one of the values of the list."],
  ["link", "example", "Must be a whole URL, with https://."],
  ["pattern", "x", "Has the wrong form."],
  ["worded", "x", "Digits only."],
  ["either", "x", "Fits none of the forms that are allowed here."],
  ["own", 13, "Not that one."],
  ["box", 4, "Must be an object."],
  ["flag", "yes", "Must be true or false."],
])("%s of %j: %s", (name, value, words) => {
  expect(parseInput(model, { [name]: value })).toEqual({ ok: false, fields: { [name]: words } });
});

test("one missing entry is an entry, not an entrys", () => {
  const tags = classic.object({ tags: classic.array(classic.int()).min(1) });
  const one = defineModel({ id: "own", title: "Own", task: "text-to-image", input: tags });
  expect(parseInput(one, { tags: [] })).toEqual({
    ok: false,
    fields: { tags: "Must have at least 1 entry." },
  });
});

test("a required field that is missing says so, in classic and in mini alike", () => {
  const inputs = [classic.object({ a: classic.int() }), mini.object({ a: mini.int() })];
  for (const input of inputs) {
    const own = defineModel({ id: "own", title: "Own", task: "text-to-image", input });
    expect(parseInput(own, {})).toEqual({ ok: false, fields: { a: "This is needed." } });
    expect(parseInput(own, { a: 0.5 })).toEqual({
      ok: false,
      fields: { a: "Must be a whole number." },
    });
  }
});
