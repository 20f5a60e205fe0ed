import type * as z from "zod/v4/core";
import type { InputErrorLabels } from "./modelLabels.ts";

/** Returns a message for users. zod/mini has no messages, and classic zod's messages are written for developers. */
export function issueMessage(issue: z.$ZodRawIssue, messages: InputErrorLabels): string {
  if (issue.input === undefined) return messages.required;
  switch (issue.code) {
    case "invalid_type":
      return messages.types[issue.expected as keyof InputErrorLabels["types"]] ?? messages.invalid;
    case "too_small": {
      const min = Number(issue.minimum);
      if (issue.origin === "string") {
        return min === 1 ? messages.required : messages.minCharacters(min);
      }
      if (issue.origin === "array") return messages.minEntries(min);
      return issue.inclusive === false ? messages.moreThan(min) : messages.atLeast(min);
    }
    case "too_big": {
      const max = Number(issue.maximum);
      if (issue.origin === "string") return messages.maxCharacters(max);
      if (issue.origin === "array") return messages.maxEntries(max);
      return issue.inclusive === false ? messages.lessThan(max) : messages.atMost(max);
    }
    case "not_multiple_of":
      return messages.multipleOf(issue.divisor);
    case "invalid_value":
      return issue.values.length <= 12
        ? messages.oneOf(issue.values.map(String))
        : messages.notInList;
    case "invalid_format":
      return issue.format === "url" ? messages.url : messages.invalid;
    case "invalid_union":
      return messages.noMatch;
    default:
      return messages.invalid;
  }
}
