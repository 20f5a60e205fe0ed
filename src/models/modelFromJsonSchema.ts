import * as z from "zod/v4";
import { defineModel, type Model } from "./defineModel.ts";

/** JSON Schema that follows draft 2020-12, draft 7, or draft 4. */
export type JsonSchema = Readonly<Record<string, unknown>>;

export type ModelInfo<Id extends string = string> = Omit<Model<z.ZodObject, Id>, "input">;

/**
 * Creates a model from a JSON Schema. Reads labels, help, and hints from `title`, `description`, and `x-easel`.
 * Requires zod 4.2 or later and adds all of zod to the bundle, which is up to 90 kB gzipped.
 *
 * If a `pattern` may take quadratic time, the handler rejects text longer than 4,000 characters. To allow longer text,
 * start the pattern with `^` and follow each repetition with a character that the repetition doesn't match, as in
 * `^data:image/[a-z]+;base64,[A-Za-z0-9+/]+=*$`. A repetition inside a repeated group, such as `^(a+)+$`, can take
 * exponential time.
 *
 * @throws TypeError if zod is older than 4.2 or can't read the schema as an object
 */
export function modelFromJsonSchema<const Id extends string>(
  schema: JsonSchema,
  info: ModelInfo<Id>,
): Model<z.ZodObject, Id> {
  // With an older zod, webpack fails on `z.fromJSONSchema`, even if the code is never used.
  const { fromJSONSchema } = z as Partial<typeof z>;
  if (!fromJSONSchema) {
    throw new TypeError(
      `modelFromJsonSchema: the schema of "${info.id}" can't be read, because the installed version of zod is older than 4.2. Run npm install zod@4, or define the input with zod and use defineModel.`,
    );
  }
  let input: z.ZodType;
  const { jitless } = z.config();
  try {
    // Prevents zod from testing whether `eval` works, which a strict content security policy would report.
    z.config({ jitless: true });
    // Unknown keys are rejected by default, because they are probably typos, and generating an image costs money.
    input = fromJSONSchema({ additionalProperties: false, ...schema });
  } catch (error) {
    throw new TypeError(
      `modelFromJsonSchema: the schema of "${info.id}" can't be read (${error instanceof Error ? error.message : String(error)}). Fix the schema, or define the input with zod and use defineModel.`,
      { cause: error },
    );
  } finally {
    z.config({ jitless });
  }
  if (!(input instanceof z.ZodObject)) {
    throw new TypeError(
      `modelFromJsonSchema: the schema of "${info.id}" doesn't describe an object, so it has no fields to render. Pass the schema of the whole request body: { type: "object", properties: { … } }.`,
    );
  }
  return defineModel({ ...info, input });
}
