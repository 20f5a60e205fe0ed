import type { Model } from "../../models/defineModel.ts";
import { inputErrorLabels } from "../../models/modelLabels.ts";
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
    // The value is within the schema's limits, so only the service knows the reason.
    return [[key, rest || words.noMatch]];
  });
  return named.length === 0 ? error : error.with({ fields: Object.fromEntries(named) });
}
