import { modelToJsonSchema, type Model } from "../../models/index.ts";
import type { Route } from "../findRoute.ts";
import { jsonResponse } from "../respond.ts";

/** All that `modelFromJsonSchema(schema, info)` needs to make the model again. */
function describeModel(model: Model): Readonly<Record<string, unknown>> {
  const { id, title, description, task, initial, example, latency } = model;
  return {
    id,
    title,
    description,
    task,
    initial,
    example,
    latency,
    schema: modelToJsonSchema(model),
  };
}

/** The models that may be run here, as JSON Schema, and the limits. */
export const configRoute: Route = {
  path: "config",
  verb: "GET",
  answer: ({ host: { models, limits } }) =>
    jsonResponse({
      models: Array.from(models.values(), describeModel),
      limits: { requestsPerMinute: limits.requestsPerMinute, bodyBytes: limits.bodyBytes },
    }),
};
