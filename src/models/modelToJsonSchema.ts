import * as z from "zod/v4/core";
import type { Model } from "./defineModel.ts";
import type { JsonSchema } from "./modelFromJsonSchema.ts";

/**
 * The model's input as JSON Schema (draft 2020-12), as a caller may give it: fields with a default are not required.
 * Labels, help and hints go along, so that `modelFromJsonSchema` gives the same form again. A check that is a function
 * can't be said in JSON Schema and is left out.
 */
export function modelToJsonSchema(model: Model): JsonSchema {
  return {
    additionalProperties: false,
    ...z.toJSONSchema(model.input, { io: "input", unrepresentable: "any" }),
  };
}
