import type { QueueItem } from "../../hooks/useGenerationQueue.ts";
import type { Model } from "../../models/defineModel.ts";
import { describeFields, type FieldDescriptor } from "../../models/describeFields.ts";
import { initialValues, type FormValues } from "../../models/formValues.ts";
import { newSeed, randomSeedOf } from "../fields/seed/seed.ts";
import { carryOver, enteredIn } from "../prompt-form/carryOver.ts";

interface EnteredSettings {
  /** Values of all fields other than the prompt. */
  readonly values: FormValues;
  /** ID of the model for which the values were entered. */
  readonly modelId: string;
}

export interface BatchSettings extends EnteredSettings {
  /** Models that each prompt is sent to. */
  readonly models: readonly Model[];
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

const valuesFor = (model: Model, { values, modelId }: EnteredSettings): FormValues => ({
  ...initialValues(model),
  ...(modelId === model.id ? values : carryOver(model, enteredIn(modelId, values))),
});

/** Returns whether a model can be offered: a model that requires an image needs one in the values. */
export function isOffered(model: Model, entered: EnteredSettings): boolean {
  if (model.id === entered.modelId) return true;
  const values = valuesFor(model, entered);
  return describeFields(model).every(
    ({ kind, required, name }) => kind !== "image" || !required || Boolean(values[name]),
  );
}

/** Returns one item for each prompt, model, and take. */
export function batchItems({ models, prompts, takes, ...entered }: BatchSettings): QueueItem[] {
  return prompts.flatMap((prompt) =>
    models.flatMap((model) => {
      const fields = describeFields(model);
      const promptName = promptFieldOf(model)?.name;
      const seed = fields.find(({ kind }) => kind === "seed");
      const shared: FormValues = {
        ...valuesFor(model, entered),
        ...(promptName !== undefined && { [promptName]: prompt }),
      };
      return Array.from({ length: takes }, (_, take) => ({
        model,
        values: seed ? { ...shared, [seed.name]: seedOf(seed, shared[seed.name], take) } : shared,
      }));
    }),
  );
}
