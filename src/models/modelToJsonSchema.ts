import * as z from "zod/v4/core";
import type { Model } from "./defineModel.ts";
import type { JsonSchema } from "./modelFromJsonSchema.ts";

/**
 * Returns the model's input as JSON Schema (draft 2020-12), where fields with a default are optional. Labels, help
 * and hints
 * are included, so `modelFromJsonSchema` renders the same form. Function checks are dropped.
 */
export function modelToJsonSchema(model: Model): JsonSchema {
  return {
    additionalProperties: false,
    ...z.toJSONSchema(model.input, { io: "input", unrepresentable: "any" }),
  };
}
