import * as z from "zod/v4";
import { defineModel, type Model } from "./defineModel.ts";

/** A JSON Schema, draft 2020-12, draft 7 or draft 4, as `JSON.parse` gives it. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** All of a model but its schema. */
export type ModelInfo<Id extends string = string> = Omit<Model<z.ZodObject, Id>, "input">;

/**
 * Makes a model of a JSON Schema, for the models of the service that are not in the catalog, or for what a host's
 * `/config` says of its own. `title` and `description` become label and help; `x-easel` is understood where it stands.
 *
 * Needs zod 4.2 or later, which has the JSON Schema reader. Brings all of zod into a browser's bundle, up to 90 kB gzipped;
 * a schema of your own in zod does not.
 *
 * The handler refuses texts of more than 4,000 characters for a `pattern` that may take quadratic time. For longer texts, such
 * as images as data URLs, begin it with `^` and let each repetition end at a character that it doesn't match:
 * `^data:image/[a-z]+;base64,[A-Za-z0-9+/]+=*$`. A repetition inside a repeated group, such as `^(a+)+$`, can take exponential
 * time for 40 characters: rewrite it.
 *
 * @throws TypeError when zod is older than 4.2, when the schema is not one of an object, or says something that zod can't
 * read.
 */
export function modelFromJsonSchema<const Id extends string>(
  schema: JsonSchema,
  info: ModelInfo<Id>,
): Model<z.ZodObject, Id> {
  // webpack refuses to build an app with an older zod over `z.fromJSONSchema`, even one that never comes here.
  const { fromJSONSchema } = z as Partial<typeof z>;
  if (!fromJSONSchema) {
    throw new TypeError(
      `modelFromJsonSchema: the schema of "${info.id}" can't be read, because zod reads JSON Schema from 4.2 on and an older zod is installed. Run npm install zod@4, or write the input in zod and use defineModel.`,
    );
  }
  let input: z.ZodType;
  const { jitless } = z.config();
  try {
    // Without it zod tries out `eval`, which a strict content security policy reports.
    z.config({ jitless: true });
    // A key that the schema does not name is a typing error that costs a run, unless it says that others may come.
    input = fromJSONSchema({ additionalProperties: false, ...schema });
  } catch (error) {
    throw new TypeError(
      `modelFromJsonSchema: the schema of "${info.id}" can't be read (${error instanceof Error ? error.message : String(error)}). Mend it, or write the input in zod and use defineModel.`,
      { cause: error },
    );
  } finally {
    z.config({ jitless });
  }
  if (!(input instanceof z.ZodObject)) {
    throw new TypeError(
      `modelFromJsonSchema: the schema of "${info.id}" does not describe an object, so it has no fields to draw. Give the schema of the request's whole body: { type: "object", properties: { … } }.`,
    );
  }
  return defineModel({ ...info, input });
}
