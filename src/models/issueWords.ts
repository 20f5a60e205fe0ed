import type * as z from "zod/v4/core";
import type { RefusalWords } from "./refusalWords.ts";

/** Returns the message for a zod issue; zod/mini has none, and classic's are for developers. */
export function issueWords(issue: z.$ZodRawIssue, words: RefusalWords): string {
  if (issue.input === undefined) return words.needed;
  switch (issue.code) {
    case "invalid_type":
      return words.types[issue.expected as keyof RefusalWords["types"]] ?? words.wrongForm;
    case "too_small": {
      const least = Number(issue.minimum);
      if (issue.origin === "string") {
        return least === 1 ? words.needed : words.minCharacters(least);
      }
      if (issue.origin === "array") return words.minEntries(least);
      return issue.inclusive === false ? words.moreThan(least) : words.atLeast(least);
    }
    case "too_big": {
      const most = Number(issue.maximum);
      if (issue.origin === "string") return words.maxCharacters(most);
      if (issue.origin === "array") return words.maxEntries(most);
      return issue.inclusive === false ? words.lessThan(most) : words.atMost(most);
    }
    case "not_multiple_of":
      return words.multipleOf(issue.divisor);
    case "invalid_value":
      return issue.values.length <= 12 ? words.oneOf(issue.values.map(String)) : words.ofTheList;
    case "invalid_format":
      return issue.format === "url" ? words.url : words.wrongForm;
    case "invalid_union":
      return words.union;
    default:
      return words.wrongForm;
  }
}
