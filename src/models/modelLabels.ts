const count = (number: number, one: string, many: string): string =>
  `${number} ${number === 1 ? one : many}`;

export const inputErrorLabels = {
  required: "This field is required.",
  prompt: "Write a prompt.",
  unknownField: (model: string) => `${model} has no such field.`,
  types: {
    int: "Must be a whole number.",
    number: "Must be a number.",
    string: "Must be text.",
    boolean: "Must be true or false.",
    object: "Must be an object.",
    array: "Must be a list.",
  },
  atLeast: (least: number) => `Must be ${least} or more.`,
  moreThan: (limit: number) => `Must be more than ${limit}.`,
  atMost: (most: number) => `Must be ${most} or less.`,
  lessThan: (limit: number) => `Must be less than ${limit}.`,
  multipleOf: (divisor: number) => `Must be a multiple of ${divisor}.`,
  minCharacters: (least: number) =>
    `Must have at least ${count(least, "character", "characters")}.`,
  maxCharacters: (most: number) => `Must have at most ${count(most, "character", "characters")}.`,
  minEntries: (least: number) => `Must have at least ${count(least, "entry", "entries")}.`,
  maxEntries: (most: number) => `Must have at most ${count(most, "entry", "entries")}.`,
  oneOf: (values: readonly string[]) =>
    `Must be ${values.length === 1 ? "" : "one of "}${values.join(", ")}.`,
  notInList: "Choose a value from the list.",
  url: "Must be a full URL.",
  invalid: "Invalid format.",
  noMatch: "Invalid value.",
};

export type InputErrorLabels = typeof inputErrorLabels;

export interface ModelLabels {
  /** Translations, keyed by the English text. */
  readonly texts: Readonly<Record<string, string>>;
  readonly inputErrors: InputErrorLabels;
}

export function translateText(labels: ModelLabels | undefined, text: string): string {
  return labels && Object.hasOwn(labels.texts, text) ? (labels.texts[text] ?? text) : text;
}
