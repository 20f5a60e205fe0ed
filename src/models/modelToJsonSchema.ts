import * as z from "zod/v4/core";
import type { Model } from "./defineModel.ts";
import type { JsonSchema } from "./modelFromJsonSchema.ts";

/** Returns a model's JSON Schema (draft 2020-12) with labels, help, and hints. Omits checks written as functions. */
export function modelToJsonSchema(model: Model): JsonSchema {
  return {
    additionalProperties: false,
    ...z.toJSONSchema(model.input, { io: "input", unrepresentable: "any" }),
  };
}
