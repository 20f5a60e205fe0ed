import type { QueueItem } from "../../hooks/useGenerationQueue.ts";
import type { Model } from "../../models/defineModel.ts";
import { describeFields, type FieldDescriptor } from "../../models/describeFields.ts";
import { initialValues, type FormValues } from "../../models/formValues.ts";
import { newSeed, randomSeedOf } from "../fields/seed/seed.ts";
import { carryOver, enteredIn } from "../prompt-form/carryOver.ts";

export interface BatchSettings {
  /** Models that each prompt is sent to. */
  readonly models: readonly Model[];
  /** Values of all fields other than the prompt. */
  readonly values: FormValues;
  /** ID of the model for which the values were entered. */
  readonly modelId: string;
  readonly prompts: readonly string[];
  /** Number of generations per prompt and model. */
  readonly takes: number;
}

export const promptFieldOf = (model: Model): FieldDescriptor | undefined =>
  describeFields(model).find(({ kind }) => kind === "prompt");

/** Returns the non-blank lines of a text. */
export const linesOf = (text: string): readonly string[] =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "");

/** Returns the seed of a take, so that no two takes of a prompt are the same image. */
function seedOf(field: FieldDescriptor, first: unknown, take: number): unknown {
  if (take === 0) return first;
  return randomSeedOf(field) ?? newSeed(field);
}

/** Returns one item for each prompt, model, and take. */
export function batchItems({
  models,
  values,
  modelId,
  prompts,
  takes,
}: BatchSettings): QueueItem[] {
  return prompts.flatMap((prompt) =>
    models.flatMap((model) => {
      const fields = describeFields(model);
      const promptName = promptFieldOf(model)?.name;
      const seed = fields.find(({ kind }) => kind === "seed");
      const shared: FormValues = {
        ...initialValues(model),
        ...(modelId === model.id ? values : carryOver(model, enteredIn(modelId, values))),
        ...(promptName !== undefined && { [promptName]: prompt }),
      };
      return Array.from({ length: takes }, (_, take) => ({
        model,
        values: seed ? { ...shared, [seed.name]: seedOf(seed, shared[seed.name], take) } : shared,
      }));
    }),
  );
}
