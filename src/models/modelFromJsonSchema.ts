import * as z from "zod";
import { defineModel, type Model } from "./defineModel.ts";

/** A JSON Schema, draft 2020-12, draft 7 or draft 4, as `JSON.parse` gives it. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** All of a model but its schema. */
export type ModelInfo<Id extends string = string> = Omit<Model<z.ZodObject, Id>, "input">;

/**
 * Makes a model of a JSON Schema, for the models of the service that are not in the catalog, or for what a host's
 * `/config` says of its own. `title` and `description` become label and help; `x-easel` is understood where it stands.
 *
 * Brings zod's JSON Schema reader into the bundle (about 20 kB gzipped); a schema of your own in zod does not.
 *
 * @throws TypeError when the schema is not one of an object, or says something that zod can't read.
 */
export function modelFromJsonSchema<const Id extends string>(
  schema: JsonSchema,
  info: ModelInfo<Id>,
): Model<z.ZodObject, Id> {
  let input: z.ZodType;
  try {
    // A key that the schema does not name is a typing error that costs a run, unless it says that others may come.
    input = z.fromJSONSchema({ additionalProperties: false, ...schema });
  } catch (error) {
    throw new TypeError(
      `modelFromJsonSchema: the schema of "${info.id}" can't be read (${error instanceof Error ? error.message : String(error)}). Mend it, or write the input in zod and use defineModel.`,
      { cause: error },
    );
  }
  if (!(input instanceof z.ZodObject)) {
    throw new TypeError(
      `modelFromJsonSchema: the schema of "${info.id}" does not describe an object, so it has no fields to draw. Give the schema of the request's whole body: { type: "object", properties: { … } }.`,
    );
  }
  return defineModel({ ...info, input });
}
