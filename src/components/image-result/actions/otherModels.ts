import type { Model } from "../../../models/defineModel.ts";
import { initialValues, valuesFromForm } from "../../../models/formValues.ts";
import { parseInput } from "../../../models/parseInput.ts";
import type { JobInput } from "../../internals/promptOf.ts";
import { carryOver, enteredIn } from "../../prompt-form/carryOver.ts";
import { droppedValues } from "../../prompt-form/droppedValues.ts";
import { isUpscale } from "./startTarget.ts";

export interface OtherModel {
  readonly model: Model;
  readonly input: JobInput;
  /** Labels of the settings that this model doesn't have or doesn't accept. */
  readonly dropped: readonly string[];
}

/** Returns the other models for the same purpose that accept an input's settings, each with the input to send. */
export function otherModels(
  from: Model,
  input: JobInput,
  models: readonly Model[],
): readonly OtherModel[] {
  return models.flatMap((model) => {
    if (model.id === from.id || isUpscale(model) !== isUpscale(from)) return [];
    const values = { ...initialValues(model), ...carryOver(model, enteredIn(from.id, input)) };
    const parsed = parseInput(model, valuesFromForm(model, values));
    if (!parsed.ok) return [];
    const lost = droppedValues({ model: from, values: input }, { model, values });
    return {
      model,
      input: parsed.input,
      dropped: [...(lost?.leftOut ?? []), ...(lost?.replaced ?? [])],
    };
  });
}
