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
  ["name", "", "This field is required."],
  ["name", 4, "Must be text."],
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
  ["many", "z", "Choose a value from the list."],
  ["link", "example", "Must be a full URL."],
  ["pattern", "x", "Invalid format."],
  ["worded", "x", "Digits only."],
  ["either", "x", "Invalid value."],
  ["own", 13, "Not that one."],
  ["box", 4, "Must be an object."],
  ["flag", "yes", "Must be true or false."],
])("reports %s with the value %j: %s", (name, value, message) => {
  expect(parseInput(model, { [name]: value })).toEqual({ ok: false, fields: { [name]: message } });
});

test("uses the singular for one missing entry", () => {
  const tags = classic.object({ tags: classic.array(classic.int()).min(1) });
  const one = defineModel({ id: "own", title: "Own", task: "text-to-image", input: tags });
  expect(parseInput(one, { tags: [] })).toEqual({
    ok: false,
    fields: { tags: "Must have at least 1 entry." },
  });
});

test("reports a missing required field, in classic and mini", () => {
  const inputs = [classic.object({ a: classic.int() }), mini.object({ a: mini.int() })];
  for (const input of inputs) {
    const own = defineModel({ id: "own", title: "Own", task: "text-to-image", input });
    expect(parseInput(own, {})).toEqual({ ok: false, fields: { a: "This field is required." } });
    expect(parseInput(own, { a: 0.5 })).toEqual({
      ok: false,
      fields: { a: "Must be a whole number." },
    });
  }
});

const own = defineModel({
  id: "own",
  title: "Own",
  task: "text-to-image",
  input: classic.object({
    prompt: classic.string().min(3, "Describe the image in a few words."),
    project: classic.string().min(1, "Pick a project."),
    client: classic.string().trim().nonempty({ error: "Name the client." }).max(9, "Too long."),
    typed: classic.string({ error: "Type something." }),
    look: classic.enum(["a", "b"], { error: "Choose a look." }),
    season: classic.enum(["spring", "fall"]),
    count: classic
      .int("Whole numbers only.")
      .min(1, "At least one.")
      .max(4, { error: () => "Four at most." }),
    plain: classic.string().min(1),
    code: classic.string().refine((text) => /^[a-z]+$/.test(text), "Letters only."),
    data: classic.string().transform((text) => JSON.parse(text) as unknown),
    when: classic.union([classic.literal("now"), classic.iso.date("Give a date.")]),
    small: mini.string().check(mini.minLength(2, "Two letters.")),
  }),
});

test("keeps the schema's messages, even for a missing required field", () => {
  expect(parseInput(own, { prompt: "  " })).toEqual({
    ok: false,
    fields: {
      prompt: "Describe the image in a few words.",
      project: "Pick a project.",
      client: "Name the client.",
      typed: "Type something.",
      look: "Choose a look.",
      season: "This field is required.",
      count: "Whole numbers only.",
      plain: "This field is required.",
      code: "Letters only.",
      data: "This field is required.",
      when: "Give a date.",
      small: "Two letters.",
    },
  });
  const given = { client: "0123456789", look: "c", count: 5, code: "7", when: "soon", small: "a" };
  expect(parseInput(own, given)).toMatchObject({
    fields: {
      client: "Too long.",
      look: "Choose a look.",
      count: "Four at most.",
      code: "Letters only.",
      when: "Give a date.",
      small: "Two letters.",
    },
  });
});

test("has a default message for a check without one", () => {
  const input = classic.object({ even: classic.int().refine((value) => value % 2 === 0) });
  const even = defineModel({ id: "even", title: "Even", task: "text-to-image", input });
  expect(parseInput(even, { even: 3 })).toEqual({
    ok: false,
    fields: { even: "Invalid format." },
  });
});
