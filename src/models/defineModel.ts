import type * as z from "zod/v4/core";
import type { ModelLabels } from "./modelLabels.ts";

/**
 * Purpose of a model, or any other text. Start images go to models with another task than `upscale`. Images to upscale
 * go to those with `upscale`.
 */
export type ModelTask = "text-to-image" | "image-to-image" | "upscale" | (string & {});

/** Warning about a combination of values that are valid individually. The warning never prevents submission. */
export interface ModelRule<Values = Record<string, unknown>> {
  readonly fields: readonly (keyof Values & string)[];
  readonly message: string;
  when(values: Partial<Values>): boolean;
}

export interface Model<Input extends z.$ZodObject = z.$ZodObject, Id extends string = string> {
  /** The service's slug for the model, used in the request path. */
  readonly id: Id;
  readonly title: string;
  readonly description?: string;
  readonly task: ModelTask;
  /** Object schema from zod 4, classic or mini. Its keys are the field names in the request. */
  readonly input: Input;
  /** Initial form values that differ from the schema's defaults. */
  readonly initial?: Partial<z.input<Input>>;
  readonly example?: z.input<Input>;
  /**
   * Prompts to suggest in an empty form. Forms show and send them unchanged in every language, because CLIP text
   * encoders are trained on English.
   */
  readonly examplePrompts?: readonly string[];
  /** Names of fields that only the host reads and that are never sent to the service. Set by `extendModel`. */
  readonly local?: readonly string[];
  readonly rules?: readonly ModelRule<z.input<Input>>[];
  /** Expected time for one image, in milliseconds. Used until durations of actual jobs are known. */
  readonly latency?: { readonly typicalMs: number; readonly slowMs: number };
  readonly labels?: ModelLabels;
  /**
   * Returns the price, in the service's credits. If the price is negative or not finite, submissions that require a
   * price are rejected.
   */
  price?(input: z.output<Input>): number;
}

/** A model's input values, before defaults are applied. */
export type ModelValues<M extends Model> = z.input<M["input"]>;

export type ModelInput<M extends Model> = z.output<M["input"]>;

export function isModelId(id: string): boolean {
  return /^[a-z0-9][a-z0-9._-]{0,99}$/i.test(id) && !id.includes("..");
}

/**
 * Validates a model and returns it.
 *
 * @example
 * const flux = defineModel({
 *   id: "flux-dev",
 *   title: "Flux Dev",
 *   task: "text-to-image",
 *   input: z.object({ prompt: z.string().min(1), steps: z.int().min(1).max(50).default(28) }),
 * });
 *
 * @throws TypeError if `id` is invalid, `input` isn't a zod 4 object, or `initial` or `local` contains an unknown field
 */
export function defineModel<const Id extends string, Input extends z.$ZodObject>(
  model: Model<Input, Id>,
): Model<Input, Id> {
  if (!isModelId(model.id)) {
    throw new TypeError(
      `defineModel: "${model.id}" isn't a valid model ID. The ID is part of the request path. Use the service's slug: letters, digits, ".", "_", and "-".`,
    );
  }
  const shape: object | undefined = (model.input as Partial<Input> | undefined)?._zod?.def.shape;
  if (shape === undefined) {
    const candidate = (model.input ?? {}) as { readonly _def?: unknown; readonly _zod?: unknown };
    const isZod3 = candidate._def !== undefined && candidate._zod === undefined;
    throw new TypeError(
      isZod3
        ? `defineModel: the input of "${model.id}" was made with zod 3, which doesn't expose enough to render a form. Import z from "zod/v4", included in zod 3.25, or install zod 4.`
        : `defineModel: the input of "${model.id}" is not a zod 4 object, so no form can be rendered for it. Use z.object({ … }), or modelFromJsonSchema for a JSON Schema.`,
    );
  }
  const unknownInitial = Object.keys(model.initial ?? {}).find((key) => !Object.hasOwn(shape, key));
  if (unknownInitial !== undefined) {
    throw new TypeError(
      `defineModel: "${model.id}" sets "${unknownInitial}" in initial, but its input has no such field, so the value would never be sent. Remove the value or add the field.`,
    );
  }
  const unknownLocal = model.local?.find((key) => !Object.hasOwn(shape, key));
  if (unknownLocal !== undefined) {
    throw new TypeError(
      `defineModel: "${model.id}" names "${unknownLocal}" in local, but its input has no such field, so the name would have no effect. Remove the name or add the field.`,
    );
  }
  return model;
}
