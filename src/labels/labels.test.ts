import * as languages from "react-easel/labels";
import { describeFields, catalog } from "react-easel/models";
import { expect, test } from "vitest";

const { en, ...others } = languages;

type LabelTree = Readonly<Record<string, unknown>>;

/** All labels by path, without phrases. */
function entriesOf(
  labels: object,
  path = "",
): readonly (readonly [location: string, text: unknown])[] {
  return Object.entries(labels as LabelTree).flatMap(([key, text]) => {
    const location = `${path}.${key}`;
    if (location === ".models.texts") return [];
    return typeof text === "object" && text !== null
      ? entriesOf(text, location)
      : ([[location, text]] as const);
  });
}

/** All texts of the catalog except the service's names for models, styles, and schedulers. */
const catalogTexts = new Set(
  catalog.flatMap((model) => [
    ...(model.description === undefined ? [] : [model.description]),
    ...(model.rules ?? []).map(({ message }) => message),
    ...describeFields(model).flatMap(({ kind, name, label, help, unit, options = [] }) =>
      [
        label,
        help,
        unit,
        ...options.flatMap((option) => [
          kind === "style" || name === "base_model" ? undefined : option.label,
          option.help,
          option.group,
        ]),
      ].filter((text) => text !== undefined),
    ),
  ]),
);

/** Returns the catalog's validation messages, which are available only by parsing invalid input. */
function validationMessages(): readonly string[] {
  return catalog.flatMap((model) =>
    ["", " ", "not an image"].flatMap((text) => {
      const input = Object.fromEntries(describeFields(model).map(({ name }) => [name, text]));
      const parsed = model.input["~standard"].validate(input);
      if (parsed instanceof Promise || !parsed.issues) return [];
      // The labels replace zod's default messages.
      return parsed.issues.flatMap(({ message }) =>
        message.startsWith("Invalid") ? [] : [message],
      );
    }),
  );
}

for (const sentence of validationMessages()) catalogTexts.add(sentence);

test("finds the catalog's texts", () => {
  expect(catalogTexts).toContain("Write a prompt.");
  expect(catalogTexts).toContain("Choose an image file or enter an http(s) URL.");
  expect(catalogTexts).toContain("Choose a style.");
  expect(catalogTexts).toContain("Moods and themes");
});

test("has no English translations of the catalog", () => {
  expect(en.models.texts).toEqual({});
});

test.each(Object.entries(others))(
  "%s translates all texts in the catalog and no others",
  (_, labels) => {
    const phrases = Object.keys(labels.models.texts);
    expect([...catalogTexts].filter((text) => !phrases.includes(text))).toEqual([]);
    expect(phrases.filter((text) => !catalogTexts.has(text))).toEqual([]);
    expect(Object.values(labels.models.texts).filter((text) => text.trim() === "")).toEqual([]);
  },
);

test.each(Object.entries(others))("%s has the same labels as English", (_, labels) => {
  const translated = new Map(entriesOf(labels));
  const wrong = entriesOf(en).filter(([location, text]) => {
    const there = translated.get(location);
    return typeof there !== typeof text || (there === "") !== (text === "");
  });
  expect(wrong).toEqual([]);
  expect(
    [...translated.keys()].filter(
      (location) => !entriesOf(en).some(([counterpart]) => counterpart === location),
    ),
  ).toEqual([]);
});

/** Texts that are the same in several languages: names, symbols, and technical terms. */
const shared = new Set([
  "px",
  "Refiner",
  "Sampling",
  "Original",
  "Zoom",
  "Details",
  "No",
  "Ctrl",
  "Enter",
  "Delete",
  "Esc",
  "Shift",
]);

test.each(Object.entries(others))("%s repeats no English text", (_, labels) => {
  const translated = new Map(entriesOf(labels));
  const repeated = entriesOf(en).filter(
    ([location, text]) =>
      typeof text === "string" &&
      text !== "" &&
      translated.get(location) === text &&
      !shared.has(text),
  );
  expect(repeated).toEqual([]);
});

const functionsOf = (labels: object) =>
  entriesOf(labels).filter(
    (one): one is readonly [string, (...values: unknown[]) => string] =>
      typeof one[1] === "function",
  );

/** Calls a label with arguments that suit the English text: strings or counts. */
function callLabel(location: string, format: (...values: unknown[]) => string): string {
  const argument: Readonly<Record<string, readonly unknown[]>> = {
    ".prompt.recipeFields": [["@1", "@2"]],
    ".prompt.recipeUnused": [["@1", "@2"]],
    ".models.inputErrors.oneOf": [["@1", "@2"]],
    ".prompt.weightChanged": ["@1", 701],
    ".credits.left": ["@1"],
    ".image.imageInfo": [701, 702, "@3"],
    ".result.alt": ["@1", 700, 702],
    ".result.forImage": ["@1", 700, 702],
    ".imageActions.position": [700, 702],
    ".result.job": [701, "@2", "queued"],
    ".form.withStep": ["@1", 701],
  };
  const counted =
    /\.(form\.(tooManyJobs|fix|range|atLeast|atMost|lastSeed|styleCount)|history\.(count|selected|download|not|removed|kept|restored|images)\w*|image\.cropRatio|prompt\.(count|tokens|tooMany\w*|recipeFilled|recipeMore)|result\.(fewerImages|downloadAll|downloadedSome)|tray\.finished|models\.inputErrors\.(at|more|less|multiple|min|max)\w*)$/;
  const values = argument[location] ?? (counted.test(location) ? [701, 702] : ["@1", "@2", "@3"]);
  return format(...values);
}

const tokensIn = (text: string): readonly string[] =>
  [...new Set(text.match(/@\d|70\d/g))].toSorted((a, b) => a.localeCompare(b));

test.each(Object.entries(others))("%s uses the same arguments as English", (_, labels) => {
  const translated = new Map(functionsOf(labels));
  const wrong = functionsOf(en).flatMap(([location, format]) => {
    const ours = translated.get(location);
    const there = ours ? callLabel(location, ours) : "";
    const missing = tokensIn(callLabel(location, format)).filter((token) => !there.includes(token));
    return missing.length > 0 ? [`${location}: ${there} lacks ${missing.join()}`] : [];
  });
  expect(wrong).toEqual([]);
});

test("uses the six Arabic plural forms", () => {
  const { images } = others.ar.history;
  expect([0, 1, 2, 3, 11, 100].map((count) => images(count))).toEqual([
    "لا صور",
    "صورة واحدة",
    "صورتان",
    "3 صور",
    "11 صورة",
    "100 صورة",
  ]);
});

test("formats numbers like Intl in each language", () => {
  for (const labels of Object.values(languages)) {
    const { locale } = labels.result;
    expect(labels.history.selected(12_345)).toContain(new Intl.NumberFormat(locale).format(12_345));
    expect(labels.form.atMost(7.5)).toContain(new Intl.NumberFormat(locale).format(7.5));
    expect(labels.form.lastSeed(999_999_999_999_999)).toContain("999999999999999");
  }
});

test("rejects missing keys at compile time", () => {
  const { credits: _, ...rest } = en;
  // @ts-expect-error a section is missing
  const some: typeof en = rest;
  const { deadline: __, ...errors } = en.result.errors;
  // @ts-expect-error one error's message is missing
  const few: typeof en.result.errors = errors;
  expect([some, few]).toHaveLength(2);
});
