export interface InputErrorLabels {
  readonly required: string;
  readonly prompt: string;
  readonly unknownField: (model: string) => string;
  readonly types: Readonly<
    Record<"int" | "number" | "string" | "boolean" | "object" | "array", string>
  >;
  readonly atLeast: (least: number) => string;
  readonly moreThan: (limit: number) => string;
  readonly atMost: (most: number) => string;
  readonly lessThan: (limit: number) => string;
  readonly multipleOf: (divisor: number) => string;
  readonly minCharacters: (least: number) => string;
  readonly maxCharacters: (most: number) => string;
  readonly minEntries: (least: number) => string;
  readonly maxEntries: (most: number) => string;
  /** One to twelve values. */
  readonly oneOf: (values: readonly string[]) => string;
  readonly notInList: string;
  readonly url: string;
  readonly invalid: string;
  readonly noMatch: string;
}

const count = (number: number, one: string, many: string): string =>
  `${number} ${number === 1 ? one : many}`;

export const inputErrorLabels: InputErrorLabels = {
  required: "This is needed.",
  prompt: "Write a prompt.",
  unknownField: (model) => `${model} has no such field.`,
  types: {
    int: "Must be a whole number.",
    number: "Must be a number.",
    string: "Must be a text.",
    boolean: "Must be true or false.",
    object: "Must be an object.",
    array: "Must be a list.",
  },
  atLeast: (least) => `Must be ${least} or more.`,
  moreThan: (limit) => `Must be more than ${limit}.`,
  atMost: (most) => `Must be ${most} or less.`,
  lessThan: (limit) => `Must be less than ${limit}.`,
  multipleOf: (divisor) => `Must be a multiple of ${divisor}.`,
  minCharacters: (least) => `Must have at least ${count(least, "character", "characters")}.`,
  maxCharacters: (most) => `Must have at most ${count(most, "character", "characters")}.`,
  minEntries: (least) => `Must have at least ${count(least, "entry", "entries")}.`,
  maxEntries: (most) => `Must have at most ${count(most, "entry", "entries")}.`,
  oneOf: (values) => `Must be ${values.length === 1 ? "" : "one of "}${values.join(", ")}.`,
  notInList: "Must be one of the values of the list.",
  url: "Must be a whole URL, with https://.",
  invalid: "Has the wrong form.",
  noMatch: "Fits none of the forms that are allowed here.",
};
