import type { Model } from "../../models/defineModel.ts";
import { describeFields, type FieldDescriptor } from "../../models/describeFields.ts";
import { inputErrorLabels, type InputErrorLabels } from "../../models/modelLabels.ts";
import type { EaselError } from "../../protocol/EaselError.ts";

const quote = "[\"'`]?";

/** Returns a pattern for a key in a message. A key that is also a common word must be where messages name keys. */
function patternOf(key: string): RegExp {
  const escaped = key.replaceAll(/[^\w]/g, String.raw`\$&`);
  const before = key.includes("_")
    ? String.raw`(?<!\w)`
    : "(?:^|[\"'`]|(?:parameter|property|argument|field|key|input|value for):? [\"'`]?)";
  return new RegExp(`${before}${escaped}(?!\\w)${quote}`, "i");
}

/** Returns a message for a value that the service rejected without a reason. Includes the limits in the schema. */
function limitMessage(field: FieldDescriptor | undefined, words: InputErrorLabels): string {
  if (field?.kind === "seed") return words.noMatch;
  const { min, max } = field ?? {};
  if (min !== undefined && max !== undefined) return words.between(min, max);
  if (min !== undefined) return words.atLeast(min);
  return max === undefined ? words.noMatch : words.atMost(max);
}

/**
 * Adds the input fields that the service's message names to a refusal. `"num_inference_steps: must be at most 50"`
 * becomes `{ num_inference_steps: "must be at most 50" }`.
 */
export function nameRejectedFields(error: EaselError, model: Model): EaselError {
  const { code, fields, message } = error;
  if ((code !== "parameter_rejected" && code !== "refused") || fields) return error;
  const words = model.labels?.inputErrors ?? inputErrorLabels;
  const named = Object.keys(model.input._zod.def.shape).flatMap((key): [string, string][] => {
    const found = patternOf(key).exec(message);
    if (!found) return [];
    const rest = message.slice(found.index + found[0].length).replace(/^\s*[:,-]?\s*/, "");
    if (/\b(missing|required)\b/i.test(message)) return [[key, words.required]];
    const field = describeFields(model).find(({ name }) => name === key);
    return [[key, rest || limitMessage(field, words)]];
  });
  return named.length === 0 ? error : error.with({ fields: Object.fromEntries(named) });
}
