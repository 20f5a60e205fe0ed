import type * as z from "zod/v4/core";
import type { ModelWords } from "./modelWords.ts";

export type ModelTask = "text-to-image" | "image-to-image";

/** A warning about values that are each allowed and do not go together. It never stops a run. */
export interface ModelRule<Values = Record<string, unknown>> {
  /** The fields that it stands beside. */
  readonly fields: readonly (keyof Values & string)[];
  readonly message: string;
  when(values: Partial<Values>): boolean;
}

/** What can be asked of one model of the service. */
export interface Model<Input extends z.$ZodObject = z.$ZodObject, Id extends string = string> {
  /** The service's slug, as it stands in the path: `sd2.1-txt2img`. */
  readonly id: Id;
  readonly title: string;
  readonly description?: string;
  readonly task: ModelTask;
  /** A zod 4 object, classic or mini. Its keys are the wire's keys, never renamed. */
  readonly input: Input;
  /** What a form starts with where the schema has no default, or another start than its default. */
  readonly initial?: Partial<z.input<Input>>;
  /** A whole payload that the service is known to take. */
  readonly example?: z.input<Input>;
  /** Fields that only the host reads; the service never gets them. `extendModel` adds them. */
  readonly local?: readonly string[];
  readonly rules?: readonly ModelRule<z.input<Input>>[];
  /** How long a run takes from submit to result, in milliseconds; a start until real runs are measured. */
  readonly latency?: { readonly typicalMs: number; readonly slowMs: number };
  /** What it says in another language: `translateModel` puts them here. */
  readonly words?: ModelWords;
  /**
   * Estimates a job's cost, in the service's credits: a finite number, 0 or more. Where it throws or returns anything else,
   * the handler reports it, submits nothing to hooks that rely on it, and shows no price.
   */
  price?(input: z.output<Input>): number;
}

/** What a form or a caller may give: fields with a default may be left out. */
export type ModelValues<M extends Model> = z.input<M["input"]>;

/** What is sent: every default filled in. */
export type ModelInput<M extends Model> = z.output<M["input"]>;

/** Slugs are put into paths, so nothing that could change one is let in. */
const slug = /^[a-z0-9][a-z0-9._-]{0,99}$/i;

/** Whether a word could be a model's id: it is put into a path as it stands. */
export function isModelId(id: string): boolean {
  return slug.test(id) && !id.includes("..");
}

/**
 * Describes a model: one schema that the form, the validation, the handler and the types read.
 *
 * @example
 * const flux = defineModel({
 *   id: "flux-dev",
 *   title: "Flux Dev",
 *   task: "text-to-image",
 *   input: z.object({ prompt: z.string().min(1), steps: z.int().min(1).max(50).default(28) }),
 * });
 *
 * @throws TypeError when the id can't stand in a path, when `input` is no zod 4 object, or when `initial` or
 * `local` names a field that the schema does not have.
 */
export function defineModel<const Id extends string, Input extends z.$ZodObject>(
  model: Model<Input, Id>,
): Model<Input, Id> {
  if (!isModelId(model.id)) {
    throw new TypeError(
      `defineModel: "${model.id}" can't be a model's id, because it is put into the request's path. Use the service's slug: letters, digits, ".", "_" and "-".`,
    );
  }
  // A caller without types may hand over anything.
  const shape: object | undefined = (model.input as Partial<Input> | undefined)?._zod?.def.shape;
  if (shape === undefined) {
    const given = (model.input ?? {}) as { readonly _def?: unknown; readonly _zod?: unknown };
    const isZod3 = given._def !== undefined && given._zod === undefined;
    throw new TypeError(
      isZod3
        ? `defineModel: the input of "${model.id}" was made by zod 3, which says too little for a form to be drawn from it. Import z from "zod/v4", which zod 3.25 has beside the older one, or install zod 4.`
        : `defineModel: the input of "${model.id}" is not a zod 4 object, so no form can be drawn from it. Use z.object({ … }), or modelFromJsonSchema for a JSON Schema.`,
    );
  }
  const stray = Object.keys(model.initial ?? {}).find((key) => !Object.hasOwn(shape, key));
  if (stray !== undefined) {
    throw new TypeError(
      `defineModel: initial of "${model.id}" sets "${stray}", which its input does not have, so it would never be sent. Take it out or add the field.`,
    );
  }
  const unknown = model.local?.find((key) => !Object.hasOwn(shape, key));
  if (unknown !== undefined) {
    throw new TypeError(
      `defineModel: local of "${model.id}" names "${unknown}", which its input does not have, so nothing would be kept from the service. Take it out or add the field.`,
    );
  }
  return model;
}
