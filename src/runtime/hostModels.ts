import type { HostConfig, OfferedModel } from "../client/client.ts";
import { catalog } from "../models/catalog/catalog.ts";
import type { Model } from "../models/defineModel.ts";
import { modelFromJsonSchema } from "../models/modelFromJsonSchema.ts";
import { modelToJsonSchema } from "../models/modelToJsonSchema.ts";

function textOf(model: Omit<Model, "input" | "price" | "rules">, schema: unknown): string {
  const { title, description, task, initial, example, examplePrompts, latency, local } = model;
  const samples = [initial, example, examplePrompts];
  return JSON.stringify([title, description, task, samples, latency, local, schema]);
}

function readModel({ schema, ...info }: OfferedModel): Model {
  const own = catalog.find(({ id }) => id === info.id);
  // The catalog's model is preferred, because it has rules and messages that JSON Schema can't express.
  if (own && textOf(own, modelToJsonSchema(own)) === textOf(info, schema)) return own;
  return { ...modelFromJsonSchema(schema, info), ...(own?.rules && { rules: own.rules }) };
}

/** Returns the host's models. Logs and omits models whose schema can't be read. */
export function readHostModels({ models }: HostConfig): readonly Model[] {
  return models.flatMap((offered) => {
    try {
      return [readModel(offered)];
    } catch (cause) {
      console.error(
        `Easel: the host's model "${offered.id}" is omitted, because its schema can't be read. Check the response of GET /config.`,
        cause,
      );
      return [];
    }
  });
}
