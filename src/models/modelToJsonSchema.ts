import * as z from "zod/v4/core";
import type { Model } from "./defineModel.ts";
import type { JsonSchema } from "./modelFromJsonSchema.ts";

/**
 * Returns the input as JSON Schema (draft 2020-12) with labels, help and hints. Defaults are
 * optional; function checks are dropped.
 */
export function modelToJsonSchema(model: Model): JsonSchema {
  return {
    additionalProperties: false,
    ...z.toJSONSchema(model.input, { io: "input", unrepresentable: "any" }),
  };
}
