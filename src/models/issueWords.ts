import type * as z from "zod/v4/core";

const plural = (count: number | bigint, one: string, many: string): string =>
  `${count} ${Number(count) === 1 ? one : many}`;

const typeWords: Record<string, string> = {
  int: "a whole number",
  number: "a number",
  string: "a text",
  boolean: "true or false",
  object: "an object",
  array: "a list",
};

/**
 * One sentence for a person about what a schema refused. zod/mini brings no words of its own, and classic's are for
 * developers.
 */
export function issueWords(issue: z.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case "invalid_type":
      if (issue.input === undefined) return "This is needed.";
      return `Must be ${typeWords[issue.expected] ?? issue.expected}.`;
    case "too_small":
      if (issue.origin === "string") {
        return issue.minimum === 1
          ? "This is needed."
          : `Must have at least ${plural(issue.minimum, "character", "characters")}.`;
      }
      if (issue.origin === "array")
        return `Must have at least ${plural(issue.minimum, "entry", "entries")}.`;
      return issue.inclusive === false
        ? `Must be more than ${issue.minimum}.`
        : `Must be ${issue.minimum} or more.`;
    case "too_big":
      if (issue.origin === "string") {
        return `Must have at most ${plural(issue.maximum, "character", "characters")}.`;
      }
      if (issue.origin === "array")
        return `Must have at most ${plural(issue.maximum, "entry", "entries")}.`;
      return issue.inclusive === false
        ? `Must be less than ${issue.maximum}.`
        : `Must be ${issue.maximum} or less.`;
    case "not_multiple_of":
      return `Must be a multiple of ${issue.divisor}.`;
    case "invalid_value":
      return issue.values.length <= 12
        ? `Must be ${issue.values.length === 1 ? "" : "one of "}${issue.values.join(", ")}.`
        : "Must be one of the values of the list.";
    case "invalid_format":
      return issue.format === "url" ? "Must be a whole URL, with https://." : "Has the wrong form.";
    case "invalid_union":
      return "Fits none of the forms that are allowed here.";
    default:
      // "custom" carries the schema's own sentence; the rest keep zod's.
      return undefined;
  }
}
